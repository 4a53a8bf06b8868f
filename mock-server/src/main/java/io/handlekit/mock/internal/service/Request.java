package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerHandle;
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

/** One request, as far as an endpoint cares. */
public final class Request {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MAX_DRAINED_BYTES = 16 * MEBIBYTE;

    private static final byte[] NOTHING = {};

    private final Context ctx;
    private final Behaviour behaviour;
    private final IgnoredMembers ignored;
    private final int mostMebibytes;
    private final long start = System.nanoTime();
    private Optional<byte[]> whole = Optional.empty();

    public Request(Context ctx, Behaviour behaviour) {
        this(ctx, behaviour, 1);
    }

    /**
     * A request with a bound of its own for its body.
     *
     * @param mostMebibytes how long it may be
     */
    public Request(Context ctx, Behaviour behaviour, int mostMebibytes) {
        this.mostMebibytes = mostMebibytes;
        this.ctx = ctx;
        this.behaviour = behaviour;
        ignored = new IgnoredMembers(behaviour);
    }

    /**
     * Reads the body up to the bound, and drops more than that so that the client gets to read the answer.
     *
     * @throws BadRequest if it is larger, or does not come whole
     */
    public void read() {
        try {
            readUpToTheBound();
        } catch (IOException | IllegalArgumentException | IllegalStateException brokenOff) {
            throw new BadRequest(BadRequest.Kind.MALFORMED_JSON, "the body did not come whole");
        }
    }

    private void readUpToTheBound() throws IOException {
        InputStream in = ctx.req().getInputStream();
        int most = mostMebibytes * MEBIBYTE;
        int announced = ctx.req().getContentLength();
        byte[] read = in.readNBytes(announced < 0 ? most + 1 : Math.min(announced, most + 1));
        if (read.length > most) {
            in.skip(MAX_DRAINED_BYTES);
            throw new BadRequest(BadRequest.Kind.TOO_LARGE, "a body has at most " + mostMebibytes + " MiB");
        }
        whole = Optional.of(read);
    }

    /** How the mock behaves; for all of a request it is the same. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** What an answer to this request comes in. */
    public Envelope envelope() {
        return new Envelope(behaviour);
    }

    /** How long it has been here. */
    public long nanos() {
        return System.nanoTime() - start;
    }

    /** The body's bytes, as they came; none if they were not read, or are too many. */
    public byte[] bytes() {
        return whole.orElse(NOTHING);
    }

    /** The same, if they came whole. */
    public Optional<byte[]> whole() {
        return whole;
    }

    public Body body() {
        return Body.parse(bytes());
    }

    public QueryParameters query(Set<String> known) {
        return new QueryParameters(ctx.queryString(), known, ignored);
    }

    /**
     * Looks that there is no body.
     *
     * @throws BadRequest if there is one
     */
    public void noBody() {
        if (bytes().length > 0) {
            throw new BadRequest(BadRequest.Kind.REFUSED, "the body: none is expected here");
        }
    }

    /** The customer that the path names. A blank handle is one that nobody has. */
    CustomerHandle handle() {
        String handle = ctx.pathParam("handle");
        if (handle.isBlank()) {
            throw new BadRequest(BadRequest.Kind.UNKNOWN_ROUTE, "no such route");
        }
        return new CustomerHandle(handle);
    }

    /** Where the request comes from. */
    public String address() {
        return ctx.ip();
    }

    public IgnoredMembers ignored() {
        return ignored;
    }

    /** All that makes one call differ from another. */
    public String target() {
        String query = ctx.queryString();
        return ctx.method() + " " + ctx.path() + (query == null ? "" : "?" + query);
    }
}
