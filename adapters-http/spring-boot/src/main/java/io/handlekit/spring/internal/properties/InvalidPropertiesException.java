package io.handlekit.spring.internal.properties;

import java.util.List;

/** Properties that are missing, unknown or invalid. Messages name properties and repeat no values. */
public final class InvalidPropertiesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    /** Creates an exception with one fault. */
    public InvalidPropertiesException(String fault) {
        this(List.of(fault));
    }

    /** Creates an exception with all faults. */
    public InvalidPropertiesException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * Passes a property on.
     *
     * @param property its name
     * @param setter refuses an invalid value with an {@link IllegalArgumentException} whose message may be shown
     * @throws InvalidPropertiesException if the setter refuses the value
     */
    public static void unlessValid(String property, Runnable setter) {
        try {
            setter.run();
        } catch (IllegalArgumentException invalid) {
            throw new InvalidPropertiesException(property + " is invalid: " + invalid.getMessage());
        }
    }

    List<String> faults() {
        return faults;
    }
}
