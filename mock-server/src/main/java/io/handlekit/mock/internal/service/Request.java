package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.base.QuotedName;
import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.Envelope;
import io.handlekit.mock.internal.wire.IgnoredMembers;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** A request, as an endpoint sees it. */
public final class Request implements Access.Call {
    private static final byte[] NO_BYTES = {};

    private final Context ctx;
    private final ApiVersion version;
    private final Behaviour behaviour;
    private final IgnoredMembers ignored;
    private final ReceivedBody received;
    private final long start = System.nanoTime();
    private Optional<byte[]> whole = Optional.empty();

    /** Creates a request at a version of the service. */
    public Request(Context ctx, ApiVersion version, Behaviour behaviour) {
        this.ctx = ctx;
        this.version = version;
        this.behaviour = behaviour;
        received = ReceivedBody.of(ctx);
        ignored = new IgnoredMembers(behaviour);
    }

    /**
     * Takes the body.
     *
     * @throws BadRequest if it was not received as a whole, or if it is compressed
     */
    public void read() {
        Optional<BadRequest> fault = received.fault();
        if (fault.isPresent()) {
            if (fault.get().kind() == BadRequest.Kind.TIMED_OUT) {
                ctx.header("Connection", "close");
            }
            throw fault.get();
        }
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
            ctx.header("Accept-Encoding", "identity");
            throw new BadRequest(
                    BadRequest.Kind.UNSUPPORTED_ENCODING,
                    "Content-Encoding " + QuotedName.shown(encoding) + ": a body without an encoding is expected");
        }
        whole = received.whole();
    }

    /** Returns the version of the service that is called. */
    public ApiVersion version() {
        return version;
    }

    /** Returns the behaviour of the mock, which stays the same during a request. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** Returns the envelope for the answer. */
    public Envelope envelope() {
        return new Envelope(behaviour, version, received.memory());
    }

    /** Returns the nanoseconds since the request came. */
    public long nanos() {
        return System.nanoTime() - start;
    }

    /** Returns the bytes of the body; none if it was not read, or is too large. */
    @Override
    public byte[] bytes() {
        return whole.orElse(NO_BYTES);
    }

    /** Returns the bytes of the body, if it was read as a whole. */
    public Optional<byte[]> whole() {
        return whole;
    }

    /** Returns the body as a JSON object. */
    public Body body() {
        return Body.parse(bytes());
    }

    /** Returns the query, and records the parameters that are not among the known ones. */
    public QueryParameters query(Set<String> known) {
        return new QueryParameters(ctx.queryString(), known, ignored);
    }

    /**
     * Looks at the query of a call that has no parameters, and records what is in it as unknown.
     *
     * @throws BadRequest if an escape in it is broken, or if a switch refuses unknown names
     */
    void noQuery() {
        query(Set.of());
        ignored.keep();
    }

    /**
     * Requires that there is no body.
     *
     * @throws BadRequest if there is one
     */
    public void noBody() {
        if (bytes().length > 0) {
            throw new BadRequest(BadRequest.Kind.REFUSED, "no body is expected here");
        }
    }

    /** Returns the handle in the path. There is no route for a blank one. */
    public CustomerHandle handle() {
        String handle = ctx.pathParam("handle");
        if (handle.isBlank()) {
            throw new BadRequest(BadRequest.Kind.UNKNOWN_ROUTE, "no such route");
        }
        return new CustomerHandle(handle);
    }

    @Override
    public String address() {
        return ctx.ip();
    }

    /** Returns the address and port at which the client reached this server: {@code 127.0.0.1:8080}. */
    public String serverAddress() {
        String address = ctx.req().getLocalAddr();
        return (address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address) + ":"
                + ctx.req().getLocalPort();
    }

    /** Returns what is ignored of this request. */
    public IgnoredMembers ignored() {
        return ignored;
    }

    @Override
    public String target() {
        String query = ctx.queryString();
        return ctx.method() + " " + ctx.path() + (query == null ? "" : "?" + query);
    }
}
