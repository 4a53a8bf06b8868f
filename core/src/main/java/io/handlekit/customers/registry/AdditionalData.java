package io.handlekit.customers.registry;

import io.handlekit.customers.internal.OrderedMaps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts about a customer that some registries ask for: birth, passport, registration of the company. Open: the known
 * names are {@link AdditionalField}, any other is kept as it is. An empty text in here is sent as such.
 *
 * <pre>{@code
 * AdditionalData data = AdditionalData.builder()
 *     .put(AdditionalField.BIRTH_DATE, "1970-01-01")
 *     .put("a_field_of_tomorrow", "as the service asks")
 *     .build();
 * data.get(AdditionalField.BIRTH_DATE); // Optional[1970-01-01]
 * }</pre>
 *
 * @param values the texts by their names on the wire, in the order given
 * @param attachedFiles links to documents
 */
public record AdditionalData(Map<String, String> values, List<AttachedFile> attachedFiles) {
    /** The name on the wire of {@link #attachedFiles}, which no text can have. */
    public static final String ATTACHED_FILES = "attached_files";

    /** Nothing at all. */
    public static final AdditionalData EMPTY = new AdditionalData(Map.of(), List.of());

    /**
     * Copies what is given and refuses {@code null}.
     *
     * @throws IllegalArgumentException if a text is named as the attached files are
     */
    public AdditionalData {
        values = OrderedMaps.copy(values);
        if (values.containsKey(ATTACHED_FILES)) {
            throw new IllegalArgumentException(ATTACHED_FILES + " are no text: see attachedFiles");
        }
        attachedFiles = List.copyOf(attachedFiles);
    }

    /** An empty form to fill in. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The text of a known field.
     *
     * @param field the field
     * @return its text, if there is one
     */
    public Optional<String> get(AdditionalField field) {
        return get(field.wireName());
    }

    /**
     * The text of any field.
     *
     * @param wireName the field's name on the wire
     * @return its text, if there is one
     */
    public Optional<String> get(String wireName) {
        return Optional.ofNullable(values.get(wireName));
    }

    /** Whether there is neither a field nor a file. */
    public boolean isEmpty() {
        return values.isEmpty() && attachedFiles.isEmpty();
    }

    /** Counts, and tells no name: an open name may be anybody's text. */
    @Override
    public String toString() {
        return "AdditionalData[" + values.size() + " fields, " + attachedFiles.size() + " files]";
    }

    /** Fills in additional data. Not for use by several threads. */
    public static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<AttachedFile> attachedFiles = new ArrayList<>();

        private Builder() {}

        /**
         * Sets a known field.
         *
         * @param field the field
         * @param value its text
         * @return this builder
         */
        public Builder put(AdditionalField field, String value) {
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
            values.put(wireName, value);
            return this;
        }

        /**
         * Adds a link to a document.
         *
         * @param file the link
         * @return this builder
         */
        public Builder attach(AttachedFile file) {
            attachedFiles.add(file);
            return this;
        }

        /** The data as filled in so far. */
        public AdditionalData build() {
            return new AdditionalData(values, attachedFiles);
        }
    }
}
