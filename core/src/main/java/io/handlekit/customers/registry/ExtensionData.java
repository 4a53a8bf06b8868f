package io.handlekit.customers.registry;

import io.handlekit.customers.internal.OrderedMaps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one top-level domain asks of a customer. Open: the known names are {@link ExtensionField}, any other is kept as
 * it is. An empty text in here is sent as such.
 *
 * <pre>{@code
 * ExtensionData us = ExtensionData.builder("us")
 *     .put(ExtensionField.APPLICANT_PURPOSE, "P1")
 *     .put(ExtensionField.NEXUS_CATEGORY, "C11")
 *     .build();
 * }</pre>
 *
 * @param name the top-level domain without its dot ({@code ru}, {@code us})
 * @param data the texts by their names on the wire, in the order given
 */
public record ExtensionData(String name, Map<String, String> data) {
    /** Copies what is given and refuses only {@code null}. */
    public ExtensionData {
        Objects.requireNonNull(name, "name");
        data = OrderedMaps.copy(data);
    }

    /**
     * An empty form to fill in.
     *
     * @param name the top-level domain without its dot
     * @return a builder with nothing else filled in
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * The text of a known field.
     *
     * @param field the field
     * @return its text, if there is one
     */
    public Optional<String> get(ExtensionField field) {
        return get(field.wireName());
    }

    /**
     * The text of any field.
     *
     * @param wireName the field's name on the wire
     * @return its text, if there is one
     */
    public Optional<String> get(String wireName) {
        return Optional.ofNullable(data.get(wireName));
    }

    /** Counts, and tells no name: an open name may be anybody's text. */
    @Override
    public String toString() {
        return "ExtensionData[" + data.size() + " fields]";
    }

    /** Fills in the data of one top-level domain. Not for use by several threads. */
    public static final class Builder {
        private final String name;
        private final Map<String, String> data = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets a known field.
         *
         * @param field the field
         * @param value its text
         * @return this builder
         */
        public Builder put(ExtensionField field, String value) {
            return put(field.wireName(), value);
        }

        /**
         * Sets any field.
         *
         * @param wireName the field's name on the wire
         * @param value its text
         * @return this builder
         */
        public Builder put(String wireName, String value) {
            data.put(wireName, value);
            return this;
        }

        /** The data as filled in so far. */
        public ExtensionData build() {
            return new ExtensionData(name, data);
        }
    }
}
