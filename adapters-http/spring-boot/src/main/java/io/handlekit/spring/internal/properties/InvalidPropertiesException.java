package io.handlekit.spring.internal.properties;

import java.util.List;
import java.util.function.Supplier;

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
     * Returns what a user of a property makes of it.
     *
     * @param property its name
     * @param user refuses an invalid value with an {@link IllegalArgumentException} whose message may be shown
     * @throws InvalidPropertiesException if the user refuses the value
     */
    public static <T> T unlessValid(String property, Supplier<T> user) {
        try {
            return user.get();
        } catch (IllegalArgumentException invalid) {
            throw new InvalidPropertiesException(property + " is invalid: " + invalid.getMessage());
        }
    }

    List<String> faults() {
        return faults;
    }
}
