package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.Envelope;
import io.handlekit.mock.internal.wire.IgnoredMembers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** A request, as an endpoint sees it. */
public final class Request {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MAX_DRAINED_BYTES = 16 * MEBIBYTE;

    private static final byte[] NO_BYTES = {};

    private final Context ctx;
    private final ApiVersion version;
    private final Behaviour behaviour;
    private final IgnoredMembers ignored;
    private final int mostMebibytes;
    private final long start = System.nanoTime();
    private Optional<byte[]> whole = Optional.empty();

    /** Creates a request at a version of the service. */
    public Request(Context ctx, ApiVersion version, Behaviour behaviour) {
        this(ctx, version, behaviour, 1);
    }

    /**
     * Creates a request with another limit on its body.
     *
     * @param mostMebibytes the limit
     */
    public Request(Context ctx, ApiVersion version, Behaviour behaviour, int mostMebibytes) {
        this.mostMebibytes = mostMebibytes;
        this.ctx = ctx;
        this.version = version;
        this.behaviour = behaviour;
        ignored = new IgnoredMembers(behaviour);
    }

    /**
     * Reads the body. Of a larger one, the rest is read and dropped, so that the client gets to read the answer.
     *
     * @throws BadRequest if the body is larger than the limit, or incomplete
     */
    public void read() {
        try {
            readUpToLimit();
        } catch (IOException | IllegalArgumentException | IllegalStateException brokenOff) {
            throw new BadRequest(BadRequest.Kind.MALFORMED_JSON, "the body is incomplete");
        }
    }

    private void readUpToLimit() throws IOException {
        InputStream in = ctx.req().getInputStream();
        int most = mostMebibytes * MEBIBYTE;
        int announced = ctx.req().getContentLength();
        byte[] read = in.readNBytes(announced < 0 ? most + 1 : Math.min(announced, most + 1));
        if (read.length > most) {
            in.skip(MAX_DRAINED_BYTES);
            throw new BadRequest(BadRequest.Kind.TOO_LARGE, "the body is larger than " + mostMebibytes + " MiB");
        }
        whole = Optional.of(read);
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
        return new Envelope(behaviour, version);
    }

    /** Returns the nanoseconds since the request came. */
    public long nanos() {
        return System.nanoTime() - start;
    }

    /** Returns the bytes of the body; none if it was not read, or is too large. */
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
    CustomerHandle handle() {
        String handle = ctx.pathParam("handle");
        if (handle.isBlank()) {
            throw new BadRequest(BadRequest.Kind.UNKNOWN_ROUTE, "no such route");
        }
        return new CustomerHandle(handle);
    }

    /** Returns the client's address. */
    public String address() {
        return ctx.ip();
    }

    /** Returns what is ignored of this request. */
    public IgnoredMembers ignored() {
        return ignored;
    }

    /** Returns method, path and query, by which calls are told apart. */
    public String target() {
        String query = ctx.queryString();
        return ctx.method() + " " + ctx.path() + (query == null ? "" : "?" + query);
    }
}
