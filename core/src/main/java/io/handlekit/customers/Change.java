package io.handlekit.customers;

import java.util.Objects;

/**
 * The change that an update makes to one section of a customer: keep it, set it, or clear it.
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
    /** Returns the section after this change: the current one, the new one, or the empty one. */
    T applyTo(T current, T empty);

    /** Returns true if the section stays as it is. */
    default boolean isKeep() {
        return this instanceof Keep;
    }

    /** Returns a change that keeps the section. */
    static <T> Change<T> keep() {
        return new Keep<>();
    }

    /** Returns a change that replaces the whole section. */
    static <T> Change<T> set(T value) {
        return new Set<>(value);
    }

    /** Returns a change that empties the section. */
    static <T> Change<T> clear() {
        return new Clear<>();
    }

    /**
     * A change that keeps the section.
     *
     * @param <T> the section's type
     */
    record Keep<T>() implements Change<T> {
        @Override
        public T applyTo(T current, T empty) {
            return current;
        }

        @Override
        public String toString() {
            return "Keep";
        }
    }

    /**
     * A change that replaces the whole section.
     *
     * @param <T> the section's type
     * @param value the section's new value
     */
    record Set<T>(T value) implements Change<T> {
        /** Creates the change. The value may not be {@code null}. */
        public Set {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public T applyTo(T current, T empty) {
            return value;
        }

        /** Returns the kind of change alone, never the value. */
        @Override
        public String toString() {
            return "Set";
        }
    }

    /**
     * A change that empties the section.
     *
     * @param <T> the section's type
     */
    record Clear<T>() implements Change<T> {
        @Override
        public T applyTo(T current, T empty) {
            return empty;
        }

        @Override
        public String toString() {
            return "Clear";
        }
    }
}
