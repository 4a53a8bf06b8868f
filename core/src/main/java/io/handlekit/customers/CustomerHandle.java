package io.handlekit.customers;

import java.io.Serializable;
import java.util.Objects;

/**
 * The handle of a customer at Openprovider, such as {@code XX123456-XX}.
 *
 * <p>New handles are two letters, six or more digits, a hyphen and a country code. Old and imported ones may look
 * different, so any text that is not blank is accepted. Adapters escape it in a URL path.
 *
 * <pre>{@code CustomerHandle handle = new CustomerHandle("XX123456-XX");}</pre>
 *
 * @param value the handle's text; not blank
 */
public record CustomerHandle(String value) implements Serializable {
    /**
     * Creates a handle with exactly this text.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public CustomerHandle {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank handle; a handle is a text such as XX123456-XX");
        }
    }

    /** Returns the handle's text. A handle is an identifier without personal data and may be logged. */
    @Override
    public String toString() {
        return value;
    }
}
