package io.handlekit.customers;

import java.util.Objects;

/**
 * What the service said when it refused a call: its envelope, and the HTTP status it came with. The status says little:
 * the service answers business errors with HTTP 500.
 *
 * <pre>{@code
 * catch (CustomersFailure failure) {
 *     failure.answer().ifPresent(answer -> show(answer.code(), answer.desc()));
 * }
 * }</pre>
 *
 * @param httpStatus the HTTP status, or 0 if there was no HTTP
 * @param code the code, not 0
 * @param desc the service's description; may repeat personal data, so do not log it
 * @param data a further description, or empty; may repeat personal data, so do not log it
 */
public record VendorAnswer(int httpStatus, int code, String desc, String data) {
    /** Refuses only {@code null}. */
    public VendorAnswer {
        Objects.requireNonNull(desc, "desc");
        Objects.requireNonNull(data, "data");
    }

    /** Shows the code and the status alone. */
    @Override
    public String toString() {
        return "VendorAnswer[code " + code + ", HTTP " + httpStatus + "]";
    }
}
