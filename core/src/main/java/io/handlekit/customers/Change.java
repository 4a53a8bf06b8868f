package io.handlekit.customers;

import java.util.Objects;

/**
 * What an update does to one section of a customer: keep it, set it, or clear it.
 *
 * <pre>{@code
 * CustomerChanges changes = CustomerChanges.builder().vat("NL123456789B01").clearFax().build();
 * changes.vat();   // Set
 * changes.fax();   // Clear
 * changes.email(); // Keep
 * }</pre>
 *
 * @param <T> the section's type
 */
public sealed interface Change<T> {
    /** The section after this change: as it was, as set, or as an empty one is. */
    T over(T current, T empty);

    /** Whether the section stays as it is. */
    default boolean isKeep() {
        return this instanceof Keep;
    }

    /** Leaves the section as it is. */
    static <T> Change<T> keep() {
        return new Keep<>();
    }

    /** Gives the section a value as a whole. */
    static <T> Change<T> set(T value) {
        return new Set<>(value);
    }

    /** Empties the section. */
    static <T> Change<T> clear() {
        return new Clear<>();
    }

    /**
     * The section stays as it is.
     *
     * @param <T> the section's type
     */
    record Keep<T>() implements Change<T> {
        @Override
        public T over(T current, T empty) {
            return current;
        }

        @Override
        public String toString() {
            return "Keep";
        }
    }

    /**
     * The section gets a value as a whole.
     *
     * @param <T> the section's type
     * @param value the section's new value
     */
    record Set<T>(T value) implements Change<T> {
        /** Refuses only {@code null}. */
        public Set {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public T over(T current, T empty) {
            return value;
        }

        /** Shows no value. */
        @Override
        public String toString() {
            return "Set";
        }
    }

    /**
     * The section becomes empty.
     *
     * @param <T> the section's type
     */
    record Clear<T>() implements Change<T> {
        @Override
        public T over(T current, T empty) {
            return empty;
        }

        @Override
        public String toString() {
            return "Clear";
        }
    }
}
