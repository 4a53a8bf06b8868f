package io.handlekit.customers.registry;

import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.internal.OrderedTexts;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about a customer that some registries ask for: birth, passport, registration of the company. {@link
 * AdditionalField} lists the known names; any other name is accepted and kept. An empty text is sent as an empty text. A value that is not a text is kept as an unknown member.
 *
 * <pre>{@code
 * AdditionalData data = AdditionalData.builder()
 *     .put(AdditionalField.BIRTH_DATE, "1970-01-01")
 *     .put("a_new_field", "its value")
 *     .build();
 * data.get(AdditionalField.BIRTH_DATE); // Optional[1970-01-01]
 * }</pre>
 *
 * @param values the texts by their names on the wire, in order
 * @param attachedFiles links to documents
 * @param unknownMembers the members that are not texts, kept as the service sent them; a text of the same name replaces
 *     them
 */
public record AdditionalData(
        Map<String, String> values, List<AttachedFile> attachedFiles, UnknownMembers unknownMembers) {
    /** The wire name of {@link #attachedFiles}, which no text field can have. */
    public static final String ATTACHED_FILES = "attached_files";

    /** No additional data. */
    public static final AdditionalData EMPTY = new AdditionalData(Map.of(), List.of());

    /**
     * Creates additional data with copies of the map and the list. They may not contain {@code null}.
     *
     * @throws IllegalArgumentException if a text field is named {@value #ATTACHED_FILES}
     */
    public AdditionalData {
        values = OrderedTexts.copyOf(values);
        if (values.containsKey(ATTACHED_FILES)) {
            throw new IllegalArgumentException(ATTACHED_FILES + " is not a text field; add files with attach()");
        }
        attachedFiles = List.copyOf(attachedFiles);
        for (String name : unknownMembers.json().keySet()) {
            unknownMembers = values.containsKey(name) ? unknownMembers.without(name) : unknownMembers;
        }
        MemberNames.refuseKnown(unknownMembers.json().keySet(), Set.of(ATTACHED_FILES));
    }

    /** Creates additional data without unknown members. */
    public AdditionalData(Map<String, String> values, List<AttachedFile> attachedFiles) {
        this(values, attachedFiles, UnknownMembers.NONE);
    }

    /**
     * Returns this value with other unknown members.
     *
     * @param members the unknown members
     * @return the value
     */
    public AdditionalData withUnknownMembers(UnknownMembers members) {
        return new AdditionalData(values, attachedFiles, members);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the text of a known field.
     *
     * @param field the field
     * @return its text, if there is one
     */
    public Optional<String> get(AdditionalField field) {
        return get(field.wireName());
    }

    /**
     * Returns the text of any field.
     *
     * @param wireName the field's name on the wire
     * @return its text, if there is one
     */
    public Optional<String> get(String wireName) {
        return Optional.ofNullable(values.get(wireName));
    }

    /** Returns true if there are neither fields, files nor unknown members. */
    public boolean isEmpty() {
        return values.isEmpty() && attachedFiles.isEmpty() && unknownMembers.isEmpty();
    }

    /** Returns a builder with all fields, files and unknown members of this data. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.values.putAll(values);
        builder.attachedFiles.addAll(attachedFiles);
        return builder.unknownMembers(unknownMembers);
    }

    /** Returns the numbers alone, since an unknown name may be personal data. */
    @Override
    public String toString() {
        return "AdditionalData[" + values.size() + " fields, " + attachedFiles.size() + " files]";
    }

    /** Sets additional data field by field. Not thread-safe. */
    public static final class Builder {
        private final OrderedTexts.Builder values = new OrderedTexts.Builder();
        private final List<AttachedFile> attachedFiles = new ArrayList<>();
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

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

        /** Removes a field, if it is set. */
        public Builder remove(String wireName) {
            values.remove(wireName);
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

        /**
         * Adds a member that is not a text, or replaces it.
         *
         * @param name the member's name on the wire
         * @param json the JSON text of its value, such as {@code "3"} or {@code "\"text\""}
         * @return this builder
         * @throws IllegalArgumentException if the text is not one JSON value
         */
        public Builder member(String name, String json) {
            unknownMembers = unknownMembers.with(name, json);
            return this;
        }

        /** Replaces all members that Handlekit does not know. */
        public Builder unknownMembers(UnknownMembers members) {
            unknownMembers = Objects.requireNonNull(members, "members");
            return this;
        }

        /** Builds the additional data. */
        public AdditionalData build() {
            return new AdditionalData(values.build(), attachedFiles, unknownMembers);
        }
    }
}
