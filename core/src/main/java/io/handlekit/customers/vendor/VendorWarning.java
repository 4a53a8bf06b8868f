package io.handlekit.customers.vendor;

import java.io.Serializable;
import java.util.Objects;

/**
 * A warning that the service sends with a successful reply or with a refusal.
 *
 * <pre>{@code exchange.warnings().forEach(warning -> count("warning", warning.code()));}</pre>
 *
 * @param code the service's code
 * @param desc the service's description; may contain personal data, so do not log it
 * @param data a further description, or empty; may contain personal data, so do not log it
 */
public record VendorWarning(int code, String desc, String data) implements Serializable {
    /** Creates the value. No part may be {@code null}. */
    public VendorWarning {
        Objects.requireNonNull(desc, "desc");
        Objects.requireNonNull(data, "data");
    }

    /** Returns the code, without the texts. */
    @Override
    public String toString() {
        return "VendorWarning[code " + code + "]";
    }
}
