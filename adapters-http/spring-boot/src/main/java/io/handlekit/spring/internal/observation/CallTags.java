package io.handlekit.spring.internal.observation;

import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.Operation;
import java.util.Locale;

/** The names and values of tags. The values of each tag are few, whatever the service answers. */
final class CallTags {
    static final String NAME = "openprovider.call";
    static final String OPERATION = "operation";
    static final String OUTCOME = "outcome";
    static final String STATUS = "status";

    private CallTags() {}

    static String operation(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    static String outcome(CallEvent call) {
        return call.outcome().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the HTTP status of the last exchange, or {@code none}. */
    static String status(CallEvent call) {
        return call.httpStatus().map(Object::toString).orElse("none");
    }
}
