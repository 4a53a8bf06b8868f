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
import java.util.stream.Stream;

/** What a transport may get wrong. */
final class BrokenTransports {
    private BrokenTransports() {}

    static List<BrokenSubject> all() {
        return Stream.of(sendingCalls(), readingReplies(), tellingOfFailures(), givingUp(), usingTls())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenSubject> sendingCalls() {
        return List.of(
                transport("forgets the headers", sending(call -> with(call, Map.of())), "T01"),
                transport(
                        "forgets the headers of calls without a body",
                        sending(call -> call.body().length == 0 ? with(call, Map.of()) : call),
                        "T01"),
                transport("adds a header of its own", sending(BrokenTransports::asABrowserSends), "T01", "T02"),
                transport("keeps cookies", BrokenTransports::keepingCookies, "T01", "T02"),
                transport("sends bodies in chunks", BrokenTransports::inChunks, "T01", "T06"),
                transport(
                        "mistakes the method",
                        sending(call -> changed(call, "PUT", call.headers(), call.body())),
                        "T01"),
                transport(
                        "makes up a body",
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
                transport("answers calls to one address together", FaultyTransports::coalescing, "T08"),
                transport("blocks the caller", FaultyTransports::blocking, "T17"));
    }

    private static List<BrokenSubject> readingReplies() {
        return List.of(
                transport(
                        "forgets the content type",
                        replying(reply -> new HttpReply(reply.status(), "", reply.body())),
                        "T03"),
                transport(
                        "hands back half the body",
                        replying(reply -> new HttpReply(reply.status(), reply.contentType(), half(reply.body()))),
                        "T04",
                        "T05"),
                transport(
                        "takes an interim reply for the final one",
                        () -> new HomemadeTransport(Habit.CLOSES, false),
                        "T07"),
                transport(
                        "never looks at the connection it has kept",
                        () -> new HomemadeTransport(Habit.KEEPS, true),
                        "T14",
                        "T16"));
    }

    private static List<BrokenSubject> tellingOfFailures() {
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
                        "never says that a call may have been sent",
                        failing(Kind.CONNECT),
                        "T11",
                        "T12",
                        "T15",
                        "T21",
                        "T22",
                        "T31"),
                transport(
                        "always says that a call may have been sent",
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

    private static List<BrokenSubject> givingUp() {
        return List.of(
                transport("goes on with a cancelled call", FaultyTransports::uncancelled, "T18"),
                transport("closes when a call is cancelled", FaultyTransports::closingWhenCancelled, "T19"),
                transport("keeps the place of a cancelled call", FaultyTransports::keepingPlaces, "T20"),
                transport("sends when it is closed", FaultyTransports::neverClosing, "T23"),
                transport("leaves a thread behind", FaultyTransports::leavingAThread, "T24"),
                transport("remembers its calls", FaultyTransports::remembering, "T25"));
    }

    private static List<BrokenSubject> usingTls() {
        return List.of(
                transport("trusts everybody", FaultyTransports.trustingEverybody(), "T26", "T27"),
                transport("trusts nobody but the JDK", FaultyTransports.trustingTheJdkAlone(), "T30"),
                transport(
                        "goes on with the handshake of a cancelled call",
                        () -> FaultyTransports.uncancelled(new JdkTransport(HttpClient.newHttpClient())),
                        "T29"));
    }

    private static HttpCall asABrowserSends(HttpCall call) {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("Accept", "text/html");
        return with(call, headers);
    }

    private static HttpTransport keepingCookies() {
        return new JdkTransport(
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    private static HttpTransport sendingNothing() {
        return call -> CompletableFuture.failedFuture(new TransportFailure(Kind.CONNECT, null));
    }

    private static HttpTransport inChunks() {
        HttpClient client = HttpClient.newHttpClient();
        return call -> {
            BodyPublisher ofNoLength = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(call.body()));
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(call.uri()).version(Version.HTTP_1_1).method(call.method(), ofNoLength);
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
