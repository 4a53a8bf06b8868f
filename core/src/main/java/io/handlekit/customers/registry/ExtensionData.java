package io.handlekit.customers.registry;

import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.internal.OrderedTexts;
import io.handlekit.customers.vendor.UnknownMembers;
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
 * @param unknownData the members of the data that are not texts, kept as the service sent them; a text of the same name
 *     replaces them
 * @param unknownMembers the members beside name and data, kept as the service sent them
 */
public record ExtensionData(
        String name, Map<String, String> data, UnknownMembers unknownData, UnknownMembers unknownMembers) {
    /** Creates extension data with a copy of the map. It may not contain {@code null}. */
    public ExtensionData {
        Objects.requireNonNull(name, "name");
        data = OrderedTexts.copyOf(data);
        for (String member : unknownData.json().keySet()) {
            unknownData = data.containsKey(member) ? unknownData.without(member) : unknownData;
        }
        MemberNames.refuseKnown(unknownMembers.json().keySet(), MemberNames.EXTENSION);
    }

    /** Creates extension data without unknown members. */
    public ExtensionData(String name, Map<String, String> data) {
        this(name, data, UnknownMembers.NONE, UnknownMembers.NONE);
    }

    /**
     * Returns this value with other unknown members.
     *
     * @param dataMembers the members of the data that are not texts
     * @param members the members beside name and data
     * @return the value
     */
    public ExtensionData withUnknownMembers(UnknownMembers dataMembers, UnknownMembers members) {
        return new ExtensionData(name, data, dataMembers, members);
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

    /** Returns a builder with the name, all fields and all unknown members of this data. */
    public Builder toBuilder() {
        Builder builder = new Builder(name);
        builder.data.putAll(data);
        return builder.unknownData(unknownData).unknownMembers(unknownMembers);
    }

    /** Returns the number of fields alone, since an unknown name may be personal data. */
    @Override
    public String toString() {
        return "ExtensionData[" + data.size() + " fields]";
    }

    /** Sets the data of one top-level domain field by field. Not thread-safe. */
    public static final class Builder {
        private String name;
        private final OrderedTexts.Builder data = new OrderedTexts.Builder();
        private UnknownMembers unknownData = UnknownMembers.NONE;
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder(String name) {
            this.name = name;
        }

        /** Sets the top-level domain, without its dot. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
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

        /** Removes a field, if it is set. */
        public Builder remove(String wireName) {
            data.remove(wireName);
            return this;
        }

        /**
         * Adds a member beside name and data that Handlekit does not know, or replaces it.
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

        /** Replaces all members beside name and data that Handlekit does not know. */
        public Builder unknownMembers(UnknownMembers members) {
            unknownMembers = Objects.requireNonNull(members, "members");
            return this;
        }

        /**
         * Adds a member of the data that is not a text, or replaces it.
         *
         * @param name the member's name on the wire
         * @param json the JSON text of its value, such as {@code "3"} or {@code "true"}
         * @return this builder
         * @throws IllegalArgumentException if the text is not one JSON value
         */
        public Builder dataMember(String name, String json) {
            unknownData = unknownData.with(name, json);
            return this;
        }

        /** Replaces all members of the data that are not texts. */
        public Builder unknownData(UnknownMembers members) {
            unknownData = Objects.requireNonNull(members, "members");
            return this;
        }

        /** Builds the extension data. */
        public ExtensionData build() {
            return new ExtensionData(name, data.build(), unknownData, unknownMembers);
        }
    }
}
