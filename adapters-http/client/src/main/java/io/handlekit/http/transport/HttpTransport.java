package io.handlekit.http.transport;

import io.handlekit.http.HttpCustomers;
import java.util.concurrent.CompletionStage;

/**
 * What {@link HttpCustomers} needs of an HTTP client: send one call, hand back one reply.
 *
 * <p>A transport
 * <ul>
 *   <li>sends method, URI, headers and body as they are, and no body where there is none, however large it is (rules
 *       T01, T02, T06). Over HTTP/1.1 it adds the headers {@code Host}, {@code Content-Length} and {@code Connection}, a
 *       {@code User-Agent} if none is given, and no other, thus no cookie (T01, T02). A body travels with its {@code
 *       Content-Length}: the service is not known to take chunks (T01, T06);
 *   <li>hands back every reply whatever its status, follows no redirect, and passes over the interim replies 100 and
 *       103 (T03, T07);
 *   <li>hands back the body whole, decoded from any transfer coding, and takes what comes beyond it for nobody's reply
 *       (T04, T16); a body of {@link #MAX_REPLY_BYTES} is read (T05), a longer one fails as {@link
 *       TransportFailure.Kind#TOO_LARGE} and is not read to its end (T13);
 *   <li>sends each call once or never, and repeats none, whatever its method (T03, T11, T12, T15);
 *   <li>fails as {@link TransportFailure.Kind#CONNECT} if the call was surely not sent: there was no connection (T09),
 *       no whole TLS handshake (T28), no certificate to trust for this host (T26, T27), or no form for it in HTTP
 *       (T10);
 *   <li>fails as {@link TransportFailure.Kind#EXCHANGE} if it may have been: the connection broke (T11, T31), a kept
 *       one too (T15), or what came was no HTTP (T12);
 *   <li>returns at once and never throws: whatever goes wrong fails the stage with a {@link TransportFailure} (T10,
 *       T17);
 *   <li>may be called from several threads at once, an event loop among them, and gives 1,000 calls at once each the
 *       reply to itself (T08);
 *   <li>does not let a connection that the server has closed since harm the next call (T14), and speaks to servers that
 *       it trusts (T30);
 *   <li>gives up the exchange, connection included if need be, when the stage's future is cancelled (T18), and leaves
 *       the other calls alone (T19, T20); a handshake may take half a minute to end (T29). A stage that depends on
 *       another one's does not pass that on by itself;
 *   <li>when closed, ends the calls in flight as {@code EXCHANGE} (T21) and all others with the kind that is true of
 *       them (T22), sends nothing more (T23), and leaves no thread and no connection of its own (T24);
 *   <li>forgets the calls that are over (T25).
 * </ul>
 *
 * <p>The rules with these ids make up {@code TransportContract} in {@code handlekit-conformance}, which proves them for
 * any implementation.
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

    /** Sends the call, once or never. */
    CompletionStage<HttpReply> send(HttpCall call);

    /** Lets go of what this transport itself has made, and of nothing that it was given. May be called twice. */
    @Override
    default void close() {}
}
