package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.BrokenSubject.transport;
import static io.handlekit.conformance.teeth.FaultyTransports.closingWith;
import static io.handlekit.conformance.teeth.FaultyTransports.failing;
import static io.handlekit.conformance.teeth.FaultyTransports.replying;
import static io.handlekit.conformance.teeth.FaultyTransports.sending;

import io.handlekit.conformance.teeth.HomemadeTransport.Habit;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** Transports with one fault each. */
final class BrokenTransports {
    private BrokenTransports() {}

    static List<BrokenSubject> all() {
        return Stream.of(sendingCalls(), readingReplies(), reportingFailures(), cancellingAndClosing(), usingTls())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenSubject> sendingCalls() {
        return List.of(
                transport("drops the headers", sending(call -> with(call, Map.of())), "T01"),
                transport(
                        "drops the headers of calls without a body",
                        sending(call -> call.body().length == 0 ? with(call, Map.of()) : call),
                        "T01"),
                transport("adds a header of its own", sending(BrokenTransports::withABrowserHeader), "T01", "T02"),
                transport("keeps cookies", BrokenTransports::keepingCookies, "T01", "T02"),
                transport("sends bodies in chunks", BrokenTransports::inChunks, "T01", "T06"),
                transport(
                        "sends PUT for every method",
                        sending(call -> changed(call, "PUT", call.headers(), call.body())),
                        "T01"),
                transport(
                        "adds a body to every call",
                        sending(call -> changed(call, call.method(), call.headers(), new byte[] {1})),
                        "T02"),
                transport("sends nothing", BrokenTransports::sendingNothing, "T01", "T18", "T21", "T22"),
                transport(
                        "sends half the body",
                        sending(call -> changed(call, call.method(), call.headers(), half(call.body()))),
                        "T06"),
                transport(
                        "sends everything twice",
                        sound -> closingWith(sound, call -> sound.send(call).thenCompose(reply -> sound.send(call))),
                        "T03"),
                transport("follows a redirect on POST", FaultyTransports::followingRedirects, "T03"),
                transport("answers concurrent calls to one URI with one reply", FaultyTransports::coalescing, "T08"),
                transport("blocks the caller", FaultyTransports::blocking, "T17"));
    }

    private static List<BrokenSubject> readingReplies() {
        return List.of(
                transport(
                        "drops the content type",
                        replying(reply -> new HttpReply(reply.status(), "", reply.body())),
                        "T03"),
                transport(
                        "returns half the body",
                        replying(reply -> new HttpReply(reply.status(), reply.contentType(), half(reply.body()))),
                        "T04",
                        "T05"),
                transport(
                        "takes an interim reply for the final one",
                        () -> new HomemadeTransport(Habit.CLOSES, false),
                        "T07"),
                transport(
                        "never checks a kept connection",
                        () -> new HomemadeTransport(Habit.KEEPS, true),
                        "T14",
                        "T16"));
    }

    private static List<BrokenSubject> reportingFailures() {
        return List.of(
                transport(
                        "retries a POST",
                        sound -> closingWith(
                                sound, call -> sound.send(call).exceptionallyCompose(failure -> sound.send(call))),
                        "T11",
                        "T12",
                        "T15",
                        "T31"),
                transport(
                        "reports every failure as never sent",
                        failing(Kind.CONNECT),
                        "T11",
                        "T12",
                        "T15",
                        "T21",
                        "T22",
                        "T31"),
                transport(
                        "reports every failure as possibly sent",
                        failing(Kind.EXCHANGE),
                        "T09",
                        "T10",
                        "T13",
                        "T26",
                        "T28"),
                transport("makes up a reply when the connection breaks", FaultyTransports::makingUpReplies, "T11"),
                transport("wraps its failures", FaultyTransports::wrapping, "T11"),
                transport("throws instead of failing", FaultyTransports::throwing, "T10"));
    }

    private static List<BrokenSubject> cancellingAndClosing() {
        return List.of(
                transport("does not cancel the exchange", FaultyTransports::uncancelled, "T18"),
                transport("closes the transport when a call is cancelled", FaultyClosing::closingWhenCancelled, "T19"),
                transport("never frees the slot of a cancelled call", FaultyTransports::neverFreeingSlots, "T20"),
                transport("does nothing when it is closed", FaultyClosing::neverClosing, "T21", "T22", "T23"),
                transport("is OkHttp with its defaults and without a close()", PlainOkHttp::new, "T21", "T22", "T32"),
                transport("never returns from close()", FaultyClosing::neverReturning, "T21", "T22", "T23"),
                transport("ends its calls one by one when it is closed", FaultyClosing::endingOneByOne, "T22"),
                transport("gives up a call after five seconds", FaultyClosing::givingUpEarly, "T32"),
                transport("leaves a thread behind", FaultyClosing::leavingAThread, "T24"),
                transport("keeps every call in memory", FaultyTransports::keepingCalls, "T25"));
    }

    private static List<BrokenSubject> usingTls() {
        return List.of(
                transport("trusts every certificate", FaultyTransports.trustingEveryCertificate(), "T26", "T27"),
                transport("ignores the trust manager it is given", FaultyTransports.ignoringTheTrustManager(), "T30"),
                transport(
                        "does not cancel the handshake",
                        () -> FaultyTransports.uncancelled(new JdkTransport(HttpClient.newHttpClient())),
                        "T29"));
    }

    private static HttpCall withABrowserHeader(HttpCall call) {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("Accept", "text/html");
        return with(call, headers);
    }

    /** Not over {@code JdkTransport}, which refuses a client that keeps cookies. */
    private static HttpTransport keepingCookies() {
        return over(
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build(),
                body -> body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    private static HttpTransport sendingNothing() {
        TransportFailure failure = new TransportFailure(Kind.CONNECT, null);
        return call -> CompletableFuture.failedFuture(failure);
    }

    private static HttpTransport inChunks() {
        return over(HttpClient.newHttpClient(), body -> BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)));
    }

    private static HttpTransport over(HttpClient client, Function<byte[], BodyPublisher> publisher) {
        return call -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                    .version(Version.HTTP_1_1)
                    .method(call.method(), publisher.apply(call.body()));
            call.headers().forEach(request::setHeader);
            return client.sendAsync(request.build(), BodyHandlers.ofByteArray())
                    .thenApply(reply -> new HttpReply(reply.statusCode(), "", reply.body()));
        };
    }

    private static HttpCall with(HttpCall call, Map<String, String> headers) {
        return changed(call, call.method(), headers, call.body());
    }

    private static HttpCall changed(HttpCall call, String method, Map<String, String> headers, byte[] body) {
        return new HttpCall(method, call.uri(), headers, body);
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }
}
