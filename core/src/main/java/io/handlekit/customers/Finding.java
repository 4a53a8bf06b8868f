package io.handlekit.customers;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong, or likely to be refused, in a draft or in changes.
 *
 * <pre>{@code ERROR address.country 121: not a country code of ISO 3166-1}</pre>
 *
 * @param severity how sure the refusal is
 * @param path where, in the names of the wire: {@code address.country}, {@code extension_additional_data[0].name}
 * @param code the vendor's code for it, or 0 if the vendor has none
 * @param message a sentence about it that repeats nothing of what was given
 */
public record Finding(Severity severity, String path, int code, String message) implements Serializable {
    /** Refuses only {@code null}. */
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** The finding in one line. */
    @Override
    public String toString() {
        return severity + " " + path + (code == 0 ? "" : " " + code) + ": " + message;
    }

    /** How sure it is that the service refuses. See {@link Finding} for an example. */
    public enum Severity {
        /** The service refuses this. */
        ERROR,
        /** The service or a registry may refuse this. */
        WARNING
    }
}
