package io.handlekit.customers;

import java.io.Serializable;
import java.util.Objects;

/**
 * One mistake in a draft or in changes.
 *
 * <pre>{@code ERROR address.country 121: not a country code of ISO 3166-1; use two capital letters, such as NL}</pre>
 *
 * @param severity how certain it is that the service refuses
 * @param path the field, in the names of the wire: {@code address.country}, {@code extension_additional_data[0].name}
 * @param code the vendor's code for the mistake, or 0 if there is none
 * @param message what is wrong and what would be right; it never repeats a value
 */
public record Finding(Severity severity, String path, int code, String message) implements Serializable {
    /** Creates the value. No part may be {@code null}. */
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** Returns the finding in one line. */
    @Override
    public String toString() {
        return severity + " " + path + (code == 0 ? "" : " " + code) + ": " + message;
    }

    /** The certainty of a refusal. See {@link Finding} for an example. */
    public enum Severity {
        /** The service refuses this. */
        ERROR,
        /** The service or a registry may refuse this. */
        WARNING
    }
}
