package io.handlekit.customers.vendor;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the service when it refused a call: its code and texts, and the HTTP status. Rely on the code; the
 * status says little, because the service answers business errors with HTTP 500.
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
     * Creates an answer, for implementations of the port.
     *
     * @param httpStatus the HTTP status, or 0 if there was no HTTP
     * @param code the code, not 0
     * @param desc the service's description
     * @param data the text of the error's {@code data}, or empty
     */
    public static VendorAnswer of(int httpStatus, int code, String desc, String data) {
        return new VendorAnswer(httpStatus, code, desc, data, List.of(), "");
    }

    /** Returns a copy with the warnings that came with the answer. */
    public VendorAnswer withWarnings(List<VendorWarning> warnings) {
        return new VendorAnswer(httpStatus, code, desc, data, warnings, requestId);
    }

    /** Returns a copy with the service's id of the request, or an empty one. */
    public VendorAnswer withRequestId(String requestId) {
        return new VendorAnswer(httpStatus, code, desc, data, warnings, requestId);
    }

    /** Returns the HTTP status, or 0 if there was no HTTP. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the service's code; see {@link VendorCodes}. */
    public int code() {
        return code;
    }

    /** Returns the service's description; may contain personal data, so do not log it. */
    public String desc() {
        return desc;
    }

    /**
     * Returns the text of the error's {@code data}, or empty. With code 399 it is the registry's reason, while {@link
     * #desc} is a general text. May contain personal data, so do not log it.
     */
    public String data() {
        return data;
    }

    /** Returns the warnings that came with the refusal. */
    public List<VendorWarning> warnings() {
        return warnings;
    }

    /** Returns the service's id of the request, to quote to its support; empty if it sent none. */
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

    /** Returns the code and the status, without the texts. */
    @Override
    public String toString() {
        return "VendorAnswer[code " + code + ", HTTP " + httpStatus + "]";
    }
}
