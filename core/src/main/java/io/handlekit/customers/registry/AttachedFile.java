package io.handlekit.customers.registry;

import io.handlekit.customers.internal.FilledFields;
import java.util.Objects;

/**
 * A link to a document about a customer. The service stores the link, not the document.
 *
 * <pre>{@code new AttachedFile("scan of the passport", "passport", "https://files.example/4711");}</pre>
 *
 * @param description what the file shows
 * @param docType the kind of document, such as {@code passport} or {@code id}
 * @param path a link to the file
 */
public record AttachedFile(String description, String docType, String path) {
    /** Creates the value. No part may be {@code null}. */
    public AttachedFile {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(docType, "docType");
        Objects.requireNonNull(path, "path");
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
