package io.handlekit.customers;

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

    private VendorAnswer(int httpStatus, int code, String desc, String data) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.desc = Objects.requireNonNull(desc, "desc");
        this.data = Objects.requireNonNull(data, "data");
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
        return new VendorAnswer(httpStatus, code, desc, data);
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

    private List<Object> parts() {
        return List.of(httpStatus, code, desc, data);
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
