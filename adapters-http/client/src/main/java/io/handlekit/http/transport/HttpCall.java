package io.handlekit.http.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * An HTTP request, ready to be sent as it is. Its headers may contain a token and its body personal data; {@code
 * toString} shows neither.
 *
 * <pre>{@code
 * URI uri = URI.create("http://127.0.0.1:8080/v1/customers/XX123456-XX");
 * HttpCall call = new HttpCall("GET", uri, Map.of(), new byte[0]);
 * }</pre>
 *
 * <p>A call knows until when it may be sent. A transport in which calls wait, for example for a connection, tells the
 * client so, and asks again before it sends:
 *
 * <pre>{@code
 * call.hold();             // in send(): the call waits from now on
 * if (call.depart()) {     // when its turn comes, before its first byte
 *     write(call);
 * } else {                 // its deadline has passed, or its caller has given up
 *     fail(new TransportFailure(TransportFailure.Kind.EXPIRED, null));
 * }
 * }</pre>
 *
 * <p>A call that is held and has not departed is surely not sent, so its failure says that it had no effect. A
 * transport without these two methods works too: the client then supposes that a late call was sent.
 */
public final class HttpCall {
    private static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    private enum Stage {
        /** The transport has not said that it holds the call, and may send it at any time. */
        HANDED_OVER,
        HELD,
        DEPARTED,
        CALLED_OFF
    }

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Supplier<Duration> timeToSend;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.HANDED_OVER);

    /**
     * Creates a request that may be sent at any time.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
     * @param uri the absolute URI, already escaped
     * @param headers the headers by name
     * @param body the body, empty for none; not copied, so do not change it afterwards
     */
    public HttpCall(String method, URI uri, Map<String, String> headers, byte[] body) {
        this(method, uri, headers, body, () -> UNLIMITED);
    }

    /**
     * Creates a request with a deadline.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
     * @param uri the absolute URI, already escaped
     * @param headers the headers by name
     * @param body the body, empty for none; not copied, so do not change it afterwards
     * @param timeToSend returns the time that is left to send the request, zero or negative once it is too late; called
     *     on any thread
     */
    public HttpCall(String method, URI uri, Map<String, String> headers, byte[] body, Supplier<Duration> timeToSend) {
        this.method = Objects.requireNonNull(method, "method");
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = Map.copyOf(headers);
        this.body = Objects.requireNonNull(body, "body");
        this.timeToSend = Objects.requireNonNull(timeToSend, "timeToSend");
    }

    /** Returns the method. */
    public String method() {
        return method;
    }

    /** Returns the absolute URI, already escaped. */
    public URI uri() {
        return uri;
    }

    /** Returns the headers by name; they may contain the token. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the body, empty for none. Do not change it. */
    public byte[] body() {
        return body;
    }

    /**
     * Returns the time that is left to send the request; zero or negative once it is too late. The last moments before
     * the deadline do not count, because a reply would not arrive in time.
     */
    public Duration timeToSend() {
        return timeToSend.get();
    }

    /** Announces that the transport will call {@link #depart} before it sends the first byte. */
    public void hold() {
        stage.compareAndSet(Stage.HANDED_OVER, Stage.HELD);
    }

    /**
     * Returns true if the transport may send the request now. Returns false, now and later, once it is too late to send
     * it or it was called off.
     */
    public boolean depart() {
        Duration left = timeToSend();
        if (left.isNegative() || left.isZero()) {
            stage.compareAndSet(Stage.HELD, Stage.CALLED_OFF);
            return false;
        }
        return stage.updateAndGet(now -> now == Stage.CALLED_OFF ? now : Stage.DEPARTED) == Stage.DEPARTED;
    }

    /**
     * Calls the request off. Returns true if the transport surely has not sent it and will not: it holds the request
     * and has not let it depart.
     */
    public boolean callOff() {
        return stage.compareAndSet(Stage.HELD, Stage.CALLED_OFF) || stage.get() == Stage.CALLED_OFF;
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost() + " (" + body.length + " bytes)";
    }
}
