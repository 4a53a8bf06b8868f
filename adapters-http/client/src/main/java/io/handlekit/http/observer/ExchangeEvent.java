package io.handlekit.http.observer;

import io.handlekit.customers.vendor.VendorWarning;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of one exchange with the service, as reported to a {@link CallObservation}. It contains no handle and no
 * token, and no personal data except what the texts of warnings may repeat; {@code toString} leaves those out. The
 * result of a successful call does not carry warnings and maintenance notices, so they are here.
 *
 * <pre>{@code
 * exchange.attempt();    // 2
 * exchange.httpStatus(); // Optional[200]
 * exchange.warnings();   // [VendorWarning[code 250]]
 * }</pre>
 *
 * @param operation the operation that was requested
 * @param outcome the outcome of the exchange
 * @param attempt the number of the exchange within its call, from 1
 * @param duration the time from sending the request to the end of the exchange
 * @param httpStatus the HTTP status, or empty without a reply
 * @param code the service's code, 0 for a success, or empty if there was no reply with a code
 * @param maintenance whether the service reported maintenance
 * @param warnings the warnings of the service; do not log their texts
 */
public record ExchangeEvent(
        Operation operation,
        Outcome outcome,
        int attempt,
        Duration duration,
        Optional<Integer> httpStatus,
        Optional<Integer> code,
        boolean maintenance,
        List<VendorWarning> warnings) {
    /** Creates an event, for example to test an observer. No part may be {@code null}. */
    public ExchangeEvent {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(httpStatus, "httpStatus");
        Objects.requireNonNull(code, "code");
        warnings = List.copyOf(warnings);
    }

    /** Returns one line for a log, without personal data. */
    @Override
    public String toString() {
        return operation + " " + operation.pathTemplate() + " attempt " + attempt + ": " + outcome
                + httpStatus.map(status -> ", HTTP " + status).orElse("")
                + code.map(value -> ", code " + value).orElse("")
                + (warnings.isEmpty() ? "" : ", " + warnings)
                + (maintenance ? ", maintenance" : "")
                + ", " + duration.toMillis() + " ms";
    }
}
