package io.handlekit.customers.policy;

import io.handlekit.customers.policy.internal.ReferenceText;
import java.io.Serializable;

/**
 * A caller's own name for the customer to create, such as an order number.
 *
 * <p>Repeat a create with the same reference. Store the reference with the order before the first call, and do not make
 * up another one when you repeat it.
 *
 * <pre>{@code Reference reference = new Reference("order-4711");}</pre>
 *
 * <p>A reference has 1 to {@value #MAX_LENGTH} characters: ASCII letters, digits and {@code - _ . : / @ + # =}. It is
 * case-sensitive. Characters that the service or its search may read in another way, such as quotes, spaces, accented
 * letters and {@code *}, are not allowed: a reference that the search does not find leads to a second customer.
 *
 * @param value the reference's text
 */
public record Reference(String value) implements Serializable {
    /** The length of the longest reference. */
    public static final int MAX_LENGTH = ReferenceText.MAX_LENGTH;

    /**
     * Creates a reference with exactly this text.
     *
     * @throws IllegalArgumentException if the text is empty, too long, or contains a character that is not allowed
     */
    public Reference {
        ReferenceText.require(value);
    }

    /** Returns the length alone, since a reference may be an e-mail address. */
    @Override
    public String toString() {
        return "Reference[" + value.length() + " characters]";
    }
}
