package io.handlekit.customers.registry;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;

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

    @Override
    public String toString() {
        return FilledFields.in("AttachedFile")
                .part("description", description.isEmpty())
                .part("doc_type", docType.isEmpty())
                .part("path", path.isEmpty())
                .toString();
    }
}
