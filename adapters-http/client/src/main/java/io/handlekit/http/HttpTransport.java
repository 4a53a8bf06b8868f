package io.handlekit.http;

import java.util.concurrent.CompletionStage;

/**
 * What {@link HttpCustomers} needs of an HTTP client: send one call, hand back one reply.
 *
 * <p>A transport
 * <ul>
 *   <li>returns at once and never throws: what goes wrong fails the stage with a {@link TransportFailure};
 *   <li>sends each call once and follows no redirect; only a GET may be repeated, on a connection that was found closed;
 *   <li>hands back every reply whatever its status, with the body whole and decoded from any transfer coding, and fails
 *       a body that is longer than {@link #MAX_REPLY_BYTES};
 *   <li>gives up the exchange, connection included if need be, when the stage's future is cancelled (a stage that depends
 *       on another one's does not pass that on by itself);
 *   <li>may be called from several threads at once, an event loop among them.
 * </ul>
 *
 * <p>It needs no deadline of its own, since {@link HttpCustomers} cancels what is late. A stage may complete on any
 * thread; whoever continues there does not block.
 *
 * <p>For a test, a lambda is enough:
 *
 * <pre>{@code
 * HttpTransport canned = call -> CompletableFuture.completedFuture(new HttpReply(200, "application/json", body));
 * }</pre>
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {
    /** The longest body of a reply that a transport accepts: 8 MiB. */
    int MAX_REPLY_BYTES = 8 * 1024 * 1024;

    /** Sends the call, once. */
    CompletionStage<HttpReply> send(HttpCall call);

    /** Lets go of what this transport itself has made, and of nothing that it was given. May be called twice. */
    @Override
    default void close() {}
}
