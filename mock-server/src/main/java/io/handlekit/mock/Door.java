package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side: routes, tokens, bodies, and one envelope for whatever comes of a request. */
final class Door {
    static final String VERSION = "/v1beta";

    private static final String LOGIN = VERSION + "/auth/login";
    private static final String CUSTOMERS = VERSION + "/customers";
    private static final String CUSTOMER = CUSTOMERS + "/{handle}";
    private static final int MAX_BODY_BYTES = 1024 * 1024;
    private static final int MAX_DRAINED_BYTES = 16 * MAX_BODY_BYTES;
    private static final byte[] NOT_KEPT = {};
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Engine engine;
    private final Tokens tokens;
    private final Journal journal;

    Door(Engine engine, Tokens tokens, Journal journal) {
        this.engine = engine;
        this.tokens = tokens;
        this.journal = journal;
    }

    void open(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.routes
                .post(LOGIN, this::login)
                .post(CUSTOMERS, ctx -> serve(ctx, body -> Answer.handle(create(body))))
                .get(CUSTOMER, ctx -> serve(ctx, body -> get(ctx)))
                .put(CUSTOMER, ctx -> serve(ctx, body -> update(ctx, body)))
                .head(CUSTOMER, ctx -> fail(ctx, wrongMethod()))
                .exception(WireFault.class, (fault, ctx) -> fail(ctx, fault))
                .exception(HttpResponseException.class, (notServed, ctx) -> fail(ctx, fault(notServed, ctx)))
                .exception(Exception.class, (bug, ctx) -> fail(ctx, ourFault(bug)));
    }

    /** The bodies of a login hold a password and a token, so they stay out of the journal. */
    private void login(Context ctx) throws IOException {
        Answer answer = answer(() -> tokens.login(Body.parse(read(ctx))));
        send(ctx, NOT_KEPT, answer, NOT_KEPT);
    }

    private CustomerHandle create(byte[] body) {
        return engine.create(WireReader.create(Body.parse(body)), Optional.of(body));
    }

    private Answer get(Context ctx) {
        String flag = ctx.queryParam("with_additional_data");
        boolean withAdditionalData = "true".equals(flag) || "1".equals(flag);
        Customer customer = engine.get(handle(ctx));
        return Answer.object(out -> WireWriter.customer(out, customer, withAdditionalData));
    }

    private Answer update(Context ctx, byte[] body) {
        engine.update(handle(ctx), WireReader.update(Body.parse(body)));
        return Answer.done();
    }

    /** A blank handle is one that nobody has. */
    private static CustomerHandle handle(Context ctx) {
        String handle = ctx.pathParam("handle");
        if (handle.isBlank()) {
            throw new WireFault(WireFault.Kind.UNKNOWN_ROUTE, "no such route");
        }
        return new CustomerHandle(handle);
    }

    private void serve(Context ctx, Endpoint endpoint) throws IOException {
        byte[] body = read(ctx);
        Answer answer = answer(() -> {
            tokens.check(ctx.header("Authorization"));
            return endpoint.answer(body);
        });
        send(ctx, body, answer, answer.body());
    }

    private static Answer answer(Attempt attempt) throws IOException {
        try {
            return attempt.answer();
        } catch (Refusal refusal) {
            return Answer.refusal(refusal);
        } catch (WireFault fault) {
            return Answer.fault(fault);
        }
    }

    private void fail(Context ctx, WireFault fault) {
        Answer answer = Answer.fault(fault);
        send(ctx, NOT_KEPT, answer, answer.body());
    }

    private void send(Context ctx, byte[] request, Answer answer, byte[] response) {
        journal.add(new Exchange(ctx.method().name(), ctx.path(), request, answer.httpStatus(), response));
        ctx.status(answer.httpStatus()).contentType("application/json").result(answer.body());
    }

    /** Reads a body up to the bound, and drops more than that so that the client gets to read the answer. */
    private static byte[] read(Context ctx) throws IOException {
        InputStream in = ctx.req().getInputStream();
        int announced = ctx.req().getContentLength();
        byte[] body = in.readNBytes(announced < 0 ? MAX_BODY_BYTES + 1 : Math.min(announced, MAX_BODY_BYTES + 1));
        if (body.length > MAX_BODY_BYTES) {
            in.skip(MAX_DRAINED_BYTES);
            throw new WireFault(WireFault.Kind.TOO_LARGE, "a body has at most 1 MiB");
        }
        return body;
    }

    private static WireFault fault(HttpResponseException notServed, Context ctx) {
        boolean wrongMethod = notServed instanceof MethodNotAllowedResponse;
        // The article's curl line ends with a stray -X POST; the service has no such route.
        if (notServed instanceof NotFoundResponse
                || (wrongMethod && ctx.method().name().equals("POST"))) {
            return new WireFault(WireFault.Kind.UNKNOWN_ROUTE, "no such route");
        }
        return wrongMethod ? new WireFault(WireFault.Kind.WRONG_METHOD, "no such method here") : ourFault(notServed);
    }

    private static WireFault wrongMethod() {
        return new WireFault(WireFault.Kind.WRONG_METHOD, "no such method here");
    }

    /** The message of an exception may quote a request, so only its kind and its place are logged. */
    private static WireFault ourFault(Exception bug) {
        StackTraceElement[] stack = bug.getStackTrace();
        LOG.error("a request failed: {} at {}", bug.getClass().getName(), stack.length == 0 ? "?" : stack[0]);
        return new WireFault(WireFault.Kind.OUR_FAULT, "the mock failed; its log says where");
    }

    private interface Endpoint {
        Answer answer(byte[] body);
    }

    private interface Attempt {
        Answer answer() throws IOException;
    }
}
