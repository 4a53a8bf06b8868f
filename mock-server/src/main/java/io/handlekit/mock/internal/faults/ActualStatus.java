package io.handlekit.mock.internal.faults;

import io.javalin.http.Context;
import java.util.OptionalInt;

/** The HTTP status of a call that a fault answered past the server, which does not know it. */
public final class ActualStatus {
    private static final String ATTRIBUTE = "handlekit.status";

    private volatile OptionalInt status = OptionalInt.empty();

    private ActualStatus() {}

    /** Attaches a status to a call, to be set even when the server has forgotten the request. */
    static ActualStatus attachTo(Context ctx) {
        ActualStatus status = new ActualStatus();
        ctx.attribute(ATTRIBUTE, status);
        return status;
    }

    void set(int httpStatus) {
        status = OptionalInt.of(httpStatus);
    }

    /** Returns the HTTP status of a call, 0 if it got no answer. */
    public static int of(Context ctx) {
        ActualStatus actual = ctx.attribute(ATTRIBUTE);
        return actual == null ? ctx.statusCode() : actual.status.orElseGet(ctx::statusCode);
    }
}
