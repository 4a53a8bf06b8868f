package io.handlekit.http.observer;

import io.handlekit.customers.vendor.VendorWarning;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One finished exchange with the service, as reported to a {@link CallObserver}. It holds no personal data except for
 * the texts of warnings, which {@code toString} leaves out.
 *
 * <pre>{@code
 * event.operation();    // CREATE
 * event.pathTemplate(); // /customers
 * event.httpStatus();   // OptionalInt[500]
 * event.code();         // OptionalInt[196]
 * }</pre>
 */
public final class CallEvent {
    private final Operation operation;
    private final int attempt;
    private final Duration duration;
    private final OptionalInt httpStatus;
    private final OptionalInt code;
    private final boolean maintenance;
    private final List<VendorWarning> warnings;

    /**
     * Creates an event, for example to test an observer.
     *
     * @param operation the operation that was requested
     * @param attempt the number of the exchange within its call, from 1
     * @param duration the time from sending to the end
     * @param httpStatus the HTTP status, empty without a reply
     * @param code the service's code, empty without an envelope
     * @param maintenance whether the service reported maintenance
     * @param warnings the warnings of the service
     */
    public CallEvent(
            Operation operation,
            int attempt,
            Duration duration,
            OptionalInt httpStatus,
            OptionalInt code,
            boolean maintenance,
            List<VendorWarning> warnings) {
        this.operation = Objects.requireNonNull(operation, "operation");
        this.attempt = attempt;
        this.duration = Objects.requireNonNull(duration, "duration");
        this.httpStatus = httpStatus;
        this.code = code;
        this.maintenance = maintenance;
        this.warnings = List.copyOf(warnings);
    }

    /** Returns the operation that was requested. */
    public Operation operation() {
        return operation;
    }

    /** Returns the path below the base URL with a placeholder for the handle: {@code /customers/{handle}}. */
    public String pathTemplate() {
        return operation.pathTemplate();
    }

    /** Returns 1 for the first exchange of a call, 2 for the next exchange of the same call, and so on. */
    public int attempt() {
        return attempt;
    }

    /** Returns the time from sending the request to the end of the exchange. */
    public Duration duration() {
        return duration;
    }

    /** Returns the HTTP status of the reply, or empty if there was no reply. */
    public OptionalInt httpStatus() {
        return httpStatus;
    }

    /** Returns the service's code, 0 for a success, or empty if the reply was not an envelope. */
    public OptionalInt code() {
        return code;
    }

    /** Returns true if the service reported maintenance. */
    public boolean isMaintenance() {
        return maintenance;
    }

    /** Returns the warnings of the service; their texts may repeat personal data. */
    public List<VendorWarning> warnings() {
        return warnings;
    }

    /** Returns one line for a log, without personal data. */
    @Override
    public String toString() {
        return operation + " " + pathTemplate() + " attempt " + attempt + ": "
                + (httpStatus.isPresent() ? "HTTP " + httpStatus.getAsInt() : "no reply")
                + (code.isPresent() ? ", code " + code.getAsInt() : "")
                + (warnings.isEmpty() ? "" : ", " + warnings)
                + (maintenance ? ", maintenance" : "")
                + ", " + duration.toMillis() + " ms";
    }

    /** An operation of the service that the client requests. See {@link CallEvent} for an example. */
    public enum Operation {
        /** Obtains a token for a user name and password. */
        LOGIN("POST", "/auth/login"),
        /** Creates a customer. */
        CREATE("POST", "/customers"),
        /** Changes a customer. */
        UPDATE("PUT", "/customers/{handle}"),
        /** Reads a customer. */
        GET("GET", "/customers/{handle}"),
        /** Reads a page of customers. */
        LIST("GET", "/customers"),
        /** Deletes a customer. */
        DELETE("DELETE", "/customers/{handle}");

        private final String method;
        private final String pathTemplate;

        Operation(String method, String pathTemplate) {
            this.method = method;
            this.pathTemplate = pathTemplate;
        }

        /** Returns the HTTP method. */
        public String method() {
            return method;
        }

        /** Returns the path below the base URL with a placeholder for the handle. */
        public String pathTemplate() {
            return pathTemplate;
        }

        /** Returns true if the operation creates, changes or deletes a customer. */
        public boolean writes() {
            return this == CREATE || this == UPDATE || this == DELETE;
        }
    }
}
