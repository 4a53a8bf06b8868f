package io.handlekit.customers.registry;

import io.handlekit.customers.internal.OrderedMaps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The additional data that one top-level domain asks for. {@link ExtensionField} lists the known names; any other name
 * is accepted and kept. An empty text is sent as an empty text.
 *
 * <pre>{@code
 * ExtensionData us = ExtensionData.builder("us")
 *     .put(ExtensionField.APPLICANT_PURPOSE, "P1")
 *     .put(ExtensionField.NEXUS_CATEGORY, "C11")
 *     .build();
 * }</pre>
 *
 * @param name the top-level domain without its dot ({@code ru}, {@code us})
 * @param data the texts by their names on the wire, in order
 */
public record ExtensionData(String name, Map<String, String> data) {
    /** Creates extension data with a copy of the map. It may not contain {@code null}. */
    public ExtensionData {
        Objects.requireNonNull(name, "name");
        data = OrderedMaps.copy(data);
    }

    /**
     * Returns an empty builder for a top-level domain.
     *
     * @param name the top-level domain without its dot
     * @return the builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Returns the text of a known field.
     *
     * @param field the field
     * @return its text, if there is one
     */
    public Optional<String> get(ExtensionField field) {
        return get(field.wireName());
    }

    /**
     * Returns the text of any field.
     *
     * @param wireName the field's name on the wire
     * @return its text, if there is one
     */
    public Optional<String> get(String wireName) {
        return Optional.ofNullable(data.get(wireName));
    }

    /** Returns the number of fields alone, since an unknown name may be personal data. */
    @Override
    public String toString() {
        return "ExtensionData[" + data.size() + " fields]";
    }

    /** Sets the data of one top-level domain field by field. Not thread-safe. */
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

        /** Builds the extension data. */
        public ExtensionData build() {
            return new ExtensionData(name, data);
        }
    }
}
