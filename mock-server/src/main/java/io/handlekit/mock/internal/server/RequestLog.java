package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.faults.ActualStatus;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request: no handle, no query, nothing of a body. */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private RequestLog() {}

    static void note(Context ctx, Float millis) {
        LOG.info("{} {} {} {} ms", ctx.method(), template(ctx), ActualStatus.of(ctx), Math.round(millis));
    }

    /** The path as the route has it; of one that is not served nothing, since it may be anything. */
    private static String template(Context ctx) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "(not served)" : endpoint.path;
    }
}
