package io.handlekit.customers.vendor;

import java.io.Serializable;
import java.util.Objects;

/**
 * Something that the service wants known although it did what was asked, or besides what it refused.
 *
 * <pre>{@code attempt.warnings().forEach(warning -> count("warning", warning.code()));}</pre>
 *
 * @param code the service's code
 * @param desc the service's description; may repeat personal data, so do not log it
 * @param data a further description, or empty; may repeat personal data, so do not log it
 */
public record VendorWarning(int code, String desc, String data) implements Serializable {
    /** Refuses only {@code null}. */
    public VendorWarning {
        Objects.requireNonNull(desc, "desc");
        Objects.requireNonNull(data, "data");
    }

    /** Shows the code alone. */
    @Override
    public String toString() {
        return "VendorWarning[code " + code + "]";
    }
}
