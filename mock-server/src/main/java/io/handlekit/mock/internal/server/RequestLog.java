package io.handlekit.mock.internal.server;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request: no handle, no query, nothing of a body. */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private static final String STATUS = "handlekit.status";
    private static final int AS_THE_SERVER_HAS_IT = -1;

    private RequestLog() {}

    /** Takes the status of a call of which the server will not know it, even when it has forgotten the request. */
    public static AtomicInteger status(Context ctx) {
        AtomicInteger status = new AtomicInteger(AS_THE_SERVER_HAS_IT);
        ctx.attribute(STATUS, status);
        return status;
    }

    static void note(Context ctx, Float millis) {
        AtomicInteger status = ctx.attribute(STATUS);
        LOG.info(
                "{} {} {} {} ms",
                ctx.method(),
                template(ctx),
                status == null || status.get() == AS_THE_SERVER_HAS_IT ? ctx.statusCode() : status.get(),
                Math.round(millis));
    }

    /** The path as the route has it; of one that is not served nothing, since it may be anything. */
    private static String template(Context ctx) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "(not served)" : endpoint.path;
    }
}
