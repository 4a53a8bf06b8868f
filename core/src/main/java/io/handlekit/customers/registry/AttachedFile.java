package io.handlekit.customers.registry;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link to a document about a customer. The service stores the link, not the document.
 *
 * <pre>{@code new AttachedFile("scan of the passport", "passport", "https://files.example/4711");}</pre>
 *
 * @param description what the file shows
 * @param docType the kind of document, such as {@code passport} or {@code id}
 * @param path a link to the file
 * @param unknownMembers the members that Handlekit does not know, kept as the service sent them
 */
public record AttachedFile(String description, String docType, String path, UnknownMembers unknownMembers) {
    /** Creates the value. No part may be {@code null}. */
    public AttachedFile {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(docType, "docType");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(unknownMembers, "unknownMembers");
        MemberNames.refuseKnown(unknownMembers.json().keySet(), MemberNames.FILE);
    }

    /** Creates the value without unknown members. No part may be {@code null}. */
    public AttachedFile(String description, String docType, String path) {
        this(description, docType, path, UnknownMembers.NONE);
    }

    /**
     * Returns this value with other unknown members.
     *
     * @param members the unknown members
     * @return the value
     * @throws IllegalArgumentException if one of the members is known
     */
    public AttachedFile withUnknownMembers(UnknownMembers members) {
        return new AttachedFile(description, docType, path, members);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with all parts of this file. */
    public Builder toBuilder() {
        return new Builder()
                .description(description)
                .docType(docType)
                .path(path)
                .unknownMembers(unknownMembers);
    }

    @Override
    public String toString() {
        return FilledFields.in("AttachedFile")
                .part("description", description.isEmpty())
                .part("doc_type", docType.isEmpty())
                .part("path", path.isEmpty())
                .toString();
    }

    /** Sets a file part by part. Parts that are not set stay empty, and {@code null} is an empty part. Not thread-safe. */
    public static final class Builder {
        private String description = "";
        private String docType = "";
        private String path = "";
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder() {}

        /** Sets what the file shows. */
        public Builder description(@Nullable String description) {
            this.description = Objects.requireNonNullElse(description, "");
            return this;
        }

        /** Sets the kind of document. */
        public Builder docType(@Nullable String docType) {
            this.docType = Objects.requireNonNullElse(docType, "");
            return this;
        }

        /** Sets the link. */
        public Builder path(@Nullable String path) {
            this.path = Objects.requireNonNullElse(path, "");
            return this;
        }

        /**
         * Adds a member that Handlekit does not know, or replaces it.
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

        /** Builds the file. */
        public AttachedFile build() {
            return new AttachedFile(description, docType, path, unknownMembers);
        }
    }
}
