package io.handlekit.customers.policy;

import java.io.Serializable;
import java.util.Objects;

/**
 * The caller's own name for a customer to be, such as the number of an order. Whoever repeats a create gives the same
 * reference again; so it is stored with the order before the first call, and never made up for a second one.
 *
 * <pre>{@code Reference reference = new Reference("order-4711");}</pre>
 *
 * <p>It has 1 to {@value #MAX_LENGTH} characters: letters of ASCII, digits and {@code - _ . : / @ + # =}. Capitals are
 * not small letters. What the service or its search may read in another way than it was written, such as quotes,
 * spaces, letters with accents and {@code *}, is left out on purpose: a reference that is not found again makes a
 * second customer.
 *
 * @param value the reference's text
 */
public record Reference(String value) implements Serializable {
    /** The length of the longest reference. */
    public static final int MAX_LENGTH = 100;

    private static final String SIGNS = "-_.:/@+#=";

    /**
     * Takes the text as it is.
     *
     * @throws IllegalArgumentException if it is empty, too long, or has another character than those allowed
     */
    public Reference {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(Reference::isAllowed)) {
            throw new IllegalArgumentException(
                    "a reference has 1 to " + MAX_LENGTH + " letters of ASCII, digits and signs of " + SIGNS);
        }
    }

    public static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || SIGNS.indexOf(c) >= 0;
    }

    /** Shows nothing: a reference may be somebody's e-mail address. */
    @Override
    public String toString() {
        return "Reference[" + value.length() + " characters]";
    }
}
