package io.handlekit.http;

import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * One exchange with the service, once it is over: what a {@link CallObserver} is told. It holds no personal data but
 * for the words of warnings, which its {@code toString} leaves out as well.
 *
 * <pre>{@code
 * attempt.operation();    // CREATE
 * attempt.pathTemplate(); // /customers
 * attempt.httpStatus();   // OptionalInt[500]
 * attempt.code();         // OptionalInt[196]
 * }</pre>
 */
public final class CallEvent {
    private final Operation operation;
    private final int number;
    private final Duration duration;
    private final OptionalInt httpStatus;
    private final OptionalInt code;
    private final boolean maintenance;
    private final List<VendorWarning> warnings;

    public CallEvent(
            Operation operation, int number, Duration duration, OptionalInt httpStatus, ReplyEnvelope envelope) {
        this.operation = operation;
        this.number = number;
        this.duration = duration;
        this.httpStatus = httpStatus;
        this.code = envelope.code();
        this.maintenance = envelope.isMaintenance();
        this.warnings = envelope.warnings();
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }

    /** The path below the base URL, with a placeholder where a handle stands: {@code /customers/{handle}}. */
    public String pathTemplate() {
        return operation.pathTemplate();
    }

    /** 1 for the first exchange of a call, 2 for the next one of the same call. */
    public int number() {
        return number;
    }

    /** From the moment it was sent to its end. */
    public Duration duration() {
        return duration;
    }

    /** The reply's HTTP status; nothing if there was no reply. */
    public OptionalInt httpStatus() {
        return httpStatus;
    }

    /** The service's code, 0 for a success; nothing if there was no envelope. */
    public OptionalInt code() {
        return code;
    }

    /** Whether the service said that it is on maintenance. */
    public boolean isMaintenance() {
        return maintenance;
    }

    /** What the service wants known besides. */
    public List<VendorWarning> warnings() {
        return warnings;
    }

    /** One line for a log, without personal data. */
    @Override
    public String toString() {
        return operation + " " + pathTemplate() + " attempt " + number + ": "
                + (httpStatus.isPresent() ? "HTTP " + httpStatus.getAsInt() : "no reply")
                + (code.isPresent() ? ", code " + code.getAsInt() : "")
                + (warnings.isEmpty() ? "" : ", " + warnings)
                + (maintenance ? ", maintenance" : "")
                + ", " + duration.toMillis() + " ms";
    }

    /** What the service can be asked through the port. See {@link CallEvent} for an example. */
    public enum Operation {
        /** A token for user name and password. */
        LOGIN("POST", "/auth/login"),
        /** A new customer. */
        CREATE("POST", "/customers"),
        /** Changes to a customer. */
        UPDATE("PUT", "/customers/{handle}"),
        /** A customer. */
        GET("GET", "/customers/{handle}"),
        /** A page of customers. */
        LIST("GET", "/customers"),
        /** The end of a customer. */
        DELETE("DELETE", "/customers/{handle}");

        private final String method;
        private final String pathTemplate;

        Operation(String method, String pathTemplate) {
            this.method = method;
            this.pathTemplate = pathTemplate;
        }

        /** The HTTP method. */
        public String method() {
            return method;
        }

        String pathTemplate() {
            return pathTemplate;
        }

        public boolean writes() {
            return this == CREATE || this == UPDATE || this == DELETE;
        }
    }
}
