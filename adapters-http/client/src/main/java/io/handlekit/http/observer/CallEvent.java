package io.handlekit.http.observer;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of a call, as reported to a {@link CallObservation}. It contains no personal data, no handle and no token.
 *
 * <pre>{@code
 * call.operation();  // CREATE
 * call.outcome();    // REJECTED
 * call.httpStatus(); // Optional[500]
 * call.code();       // Optional[346]
 * }</pre>
 *
 * @param operation the operation that was requested
 * @param outcome the outcome of the call
 * @param attempts the number of exchanges, 0 if nothing was sent
 * @param duration the time from the start of the call to its end
 * @param httpStatus the HTTP status of the last exchange, or empty without a reply
 * @param code the service's code in the last exchange, 0 for a success, or empty if there was no reply with a code
 * @param mayHaveTakenEffect whether the call failed and may have created, changed or deleted the customer anyway
 */
public record CallEvent(
        Operation operation,
        Outcome outcome,
        int attempts,
        Duration duration,
        Optional<Integer> httpStatus,
        Optional<Integer> code,
        boolean mayHaveTakenEffect) {
    /** Creates an event, for example to test an observer. No part may be {@code null}. */
    public CallEvent {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(httpStatus, "httpStatus");
        Objects.requireNonNull(code, "code");
    }

    /** Returns one line for a log. */
    @Override
    public String toString() {
        return operation + " " + operation.pathTemplate() + ": " + outcome
                + httpStatus.map(status -> ", HTTP " + status).orElse("")
                + code.map(value -> ", code " + value).orElse("")
                + (mayHaveTakenEffect ? ", may have taken effect" : "")
                + ", " + attempts + (attempts == 1 ? " attempt, " : " attempts, ")
                + duration.toMillis() + " ms";
    }
}
