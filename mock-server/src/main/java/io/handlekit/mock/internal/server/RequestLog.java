package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.faults.ActualStatus;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of requests: one line each, without handles, queries and bodies. */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private RequestLog() {}

    /** Logs a request. */
    static void log(Context ctx, Float millis) {
        LOG.info("{} {} {} {} ms", ctx.method(), template(ctx), ActualStatus.of(ctx), Math.round(millis));
    }

    /** Returns the path template of the route. The path of a request that is not served is not shown: it may be anything. */
    private static String template(Context ctx) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "(not served)" : endpoint.path;
    }
}
