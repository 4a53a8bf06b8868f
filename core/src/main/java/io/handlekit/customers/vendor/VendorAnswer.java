package io.handlekit.customers.vendor;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service said when it refused a call: its envelope, and the HTTP status it came with. The status says little:
 * the service answers business errors with HTTP 500.
 *
 * <pre>{@code
 * catch (CustomersFailure failure) {
 *     failure.answer().ifPresent(answer -> show(answer.code(), answer.desc()));
 * }
 * }</pre>
 */
public final class VendorAnswer implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final int code;
    private final String desc;
    private final String data;
    private final List<VendorWarning> warnings;
    private final String requestId;

    private VendorAnswer(
            int httpStatus, int code, String desc, String data, List<VendorWarning> warnings, String requestId) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.desc = Objects.requireNonNull(desc, "desc");
        this.data = Objects.requireNonNull(data, "data");
        this.warnings = List.copyOf(warnings);
        this.requestId = Objects.requireNonNull(requestId, "requestId");
    }

    /**
     * An answer, for whoever implements the port.
     *
     * @param httpStatus the HTTP status, or 0 if there was no HTTP
     * @param code the code, not 0
     * @param desc the service's description
     * @param data a further description, or empty
     */
    public static VendorAnswer of(int httpStatus, int code, String desc, String data) {
        return new VendorAnswer(httpStatus, code, desc, data, List.of(), "");
    }

    /** The same answer with the warnings that came with it. */
    public VendorAnswer withWarnings(List<VendorWarning> warnings) {
        return new VendorAnswer(httpStatus, code, desc, data, warnings, requestId);
    }

    /** The same answer with the id that the request has at the service, empty for none. */
    public VendorAnswer withRequestId(String requestId) {
        return new VendorAnswer(httpStatus, code, desc, data, warnings, requestId);
    }

    /** The HTTP status, or 0 if there was no HTTP. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The service's code; see {@link VendorCodes}. */
    public int code() {
        return code;
    }

    /** The service's description; may repeat personal data, so do not log it. */
    public String desc() {
        return desc;
    }

    /** A further description, or empty; may repeat personal data, so do not log it. */
    public String data() {
        return data;
    }

    /** The warnings that came with the refusal. */
    public List<VendorWarning> warnings() {
        return warnings;
    }

    /** The id that the request has at the service, to be quoted to its support; empty if it named none. */
    public String requestId() {
        return requestId;
    }

    private List<Object> parts() {
        return List.of(httpStatus, code, desc, data, warnings, requestId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VendorAnswer that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Shows the code and the status alone. */
    @Override
    public String toString() {
        return "VendorAnswer[code " + code + ", HTTP " + httpStatus + "]";
    }
}
