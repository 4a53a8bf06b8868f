package io.handlekit.customers;

import java.io.Serializable;
import java.util.Objects;

/**
 * The name of a customer at Openprovider, such as {@code XX123456-XX}.
 *
 * <p>New handles are two letters, six or more digits, a hyphen and a country. Old and imported ones may look different,
 * so any text that is not blank is taken as it is. Adapters escape it wherever it travels in a path.
 *
 * <pre>{@code CustomerHandle handle = new CustomerHandle("XX123456-XX");}</pre>
 *
 * @param value the handle's text; not blank
 */
public record CustomerHandle(String value) implements Serializable {
    /**
     * Takes the text as it is.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public CustomerHandle {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a handle is not blank");
        }
    }

    /** The handle's text. A handle is an identifier that may be logged; it tells no personal data. */
    @Override
    public String toString() {
        return value;
    }
}
