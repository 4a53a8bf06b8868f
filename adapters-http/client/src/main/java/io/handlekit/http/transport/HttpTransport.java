package io.handlekit.http.transport;

import java.util.concurrent.CompletionStage;

/**
 * The interface to an HTTP library: sends one call and returns one reply. {@link io.handlekit.http.HttpCustomers} needs
 * nothing else of HTTP.
 *
 * <p>A transport
 * <ul>
 *   <li>sends method, URI, headers and body unchanged, of any size, and sends no body for an empty one (rules T01, T02,
 *       T06). Over HTTP/1.1 it adds the headers {@code Host}, {@code Content-Length} and {@code Connection}, and a
 *       {@code User-Agent} if the call has none. It adds no other header and keeps no cookies (T01, T02). A body is
 *       sent with {@code Content-Length}, because the service is not known to accept chunks (T01, T06);
 *   <li>returns every reply whatever its status, follows no redirect, and skips the interim replies 100 and 103 (T03,
 *       T07);
 *   <li>returns the whole body with any transfer coding decoded, and ignores data after the end of the reply (T04,
 *       T16). It accepts a body of {@link #MAX_REPLY_BYTES} (T05). A longer body fails as {@link
 *       TransportFailure.Kind#TOO_LARGE} and is not read to its end (T13);
 *   <li>sends each call at most once and never repeats one, whatever the method (T03, T11, T12, T15);
 *   <li>fails as {@link TransportFailure.Kind#CONNECT} if the call was certainly not sent: no connection (T09), no
 *       complete TLS handshake (T28), no trusted certificate for the host (T26, T27), or a call that HTTP cannot
 *       express (T10);
 *   <li>fails as {@link TransportFailure.Kind#EXCHANGE} if the call may have been sent: the connection broke (T11,
 *       T31), a kept connection broke (T15), or the reply was not HTTP (T12);
 *   <li>returns immediately and never throws: every error fails the stage with a {@link TransportFailure} (T10, T17);
 *   <li>is safe for use by several threads, event loops included, and returns the right reply to each of 1,000
 *       simultaneous calls (T08);
 *   <li>does not let a connection that the server has closed disturb the next call (T14), and connects to servers with
 *       a trusted certificate (T30);
 *   <li>gives up the exchange, including the connection if necessary, when the future of the stage is cancelled (T18),
 *       and does not disturb other calls (T19, T20). A handshake may take half a minute to end (T29). Cancelling a
 *       dependent stage has no effect on the exchange. It has no time limit of its own for a reply (T32);
 *   <li>fails the calls in flight as {@code EXCHANGE} when it is closed (T21) and all other calls with the kind that
 *       applies to them (T22), sends nothing more (T23), and leaves no thread or connection of its own (T24), all
 *       within ten seconds;
 *   <li>keeps no reference to finished calls (T25).
 * </ul>
 *
 * <p>{@code TransportContract} in {@code handlekit-conformance} verifies these rules, by their ids, for any
 * implementation.
 *
 * <p>A transport needs no timer: {@code HttpCustomers} cancels late calls. A transport in which calls wait calls {@link
 * HttpCall#hold} and {@link HttpCall#depart}, so that a call which waits until its deadline is not sent and fails as
 * {@link TransportFailure.Kind#EXPIRED}. Stages may complete on any thread; do not block in dependent stages.
 *
 * <p>For a test, a lambda is enough:
 *
 * <pre>{@code
 * HttpTransport canned = call -> CompletableFuture.completedFuture(new HttpReply(200, "application/json", body));
 * }</pre>
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {
    /** The maximum length of a reply's body: 8 MiB. */
    int MAX_REPLY_BYTES = 8 * 1024 * 1024;

    /** Sends the call at most once. Returns the reply, or fails with a {@link TransportFailure}. */
    CompletionStage<HttpReply> send(HttpCall call);

    /** Releases the resources that this transport created, and none that were passed to it. May be called twice. */
    @Override
    default void close() {}
}
