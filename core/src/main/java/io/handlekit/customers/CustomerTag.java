package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import java.util.Objects;

/**
 * A tag on a customer. The vendor's schema knows one key, {@code customer}; the value should be a tag of the account.
 *
 * <pre>{@code Tag.of("VIP");}</pre>
 *
 * @param key the key
 * @param value the value
 */
public record CustomerTag(String key, String value) {
    /** Refuses only {@code null}. */
    public CustomerTag {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    /**
     * A tag under the key {@code customer}.
     *
     * @param value the value
     * @return the tag
     */
    public static CustomerTag of(String value) {
        return new CustomerTag("customer", value);
    }

    /** Shows no value: tags may say what a reseller thinks of a customer. */
    @Override
    public String toString() {
        return FilledFields.in("Tag")
                .part("key", key.isEmpty())
                .part("value", value.isEmpty())
                .toString();
    }
}
