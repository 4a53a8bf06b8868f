package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import java.util.Objects;

/**
 * A tag of a customer. The vendor's schema knows one key, {@code customer}. The value should be a tag of the account.
 *
 * <pre>{@code CustomerTag.of("VIP");}</pre>
 *
 * @param key the key
 * @param value the value
 */
public record CustomerTag(String key, String value) {
    /** Creates the value. No part may be {@code null}. */
    public CustomerTag {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    /**
     * Creates a tag with the key {@code customer}.
     *
     * @param value the value
     * @return the tag
     */
    public static CustomerTag of(String value) {
        return new CustomerTag("customer", value);
    }

    /** Returns the filled parts without their values, since a tag may be an opinion about a customer. */
    @Override
    public String toString() {
        return FilledFields.in("CustomerTag")
                .part("key", key.isEmpty())
                .part("value", value.isEmpty())
                .toString();
    }
}
