package io.handlekit.conformance.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.handlekit.conformance.transport.Replies;
import io.handlekit.conformance.transport.RudeServer;
import io.handlekit.conformance.transport.TrialCertificate;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A fault on the wire, and the server that causes it.
 *
 * @param name the row of the table
 * @param credentials a login, which succeeds and keeps its connection open, or a token
 * @param place opens the server
 * @param deadline the deadline of a call
 */
record FaultCase(String name, Credentials credentials, Place place, Duration deadline) {
    private static final Credentials LOGIN = Credentials.login("reseller", "password");
    private static final Credentials TOKEN = Credentials.token("given");
    private static final String LOGGED_IN = "{\"code\":0,\"data\":{\"token\":\"any\",\"reseller_id\":7}}";

    /** For faults that end by themselves, long before it. */
    private static final Duration LONG = Duration.ofSeconds(60);

    /** For faults that only the deadline ends: the call is sent within it on a slow machine too. */
    private static final Duration SHORT = Duration.ofSeconds(20);

    /** Opens the server of a fault, for one call. */
    interface Place {
        Scene open() throws IOException;
    }

    /**
     * A server and the base URL that the client is given.
     *
     * @param server closed with the scene
     * @param uri the base URL, which may be one where nothing listens
     */
    record Scene(RudeServer server, URI uri) implements AutoCloseable {
        /** Returns how many calls have arrived, logins not counted. */
        long calls() {
            return server.requests().stream()
                    .filter(request -> !isLogin(request))
                    .count();
        }

        BaseUrl baseUrl() {
            return BaseUrl.of(uri);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /** Creates a fault of every call but logins. */
    static FaultCase of(String name, RudeServer.Manners manners) {
        return ofEach(name, () -> manners);
    }

    /** Creates a fault whose state each server has for itself. */
    static FaultCase ofEach(String name, Supplier<RudeServer.Manners> manners) {
        return new FaultCase(name, LOGIN, () -> at(sparingLogins(manners.get())), LONG);
    }

    /** Creates a fault whose reply is complete HTTP. */
    static FaultCase reply(String name, String status, String contentType, String body) {
        return of(name, visit -> {
            visit.say(reply(status, contentType, body));
            visit.stay();
        });
    }

    static FaultCase unreachable(String name, String uri) {
        return new FaultCase(
                name, TOKEN, () -> new Scene(new RudeServer(visit -> visit.say("")), URI.create(uri)), LONG);
    }

    static FaultCase untrusted(String name) {
        return new FaultCase(
                name, TOKEN, () -> at(TrialCertificate.ofLoopback().server(visit -> visit.say(Replies.OK))), LONG);
    }

    static FaultCase withoutTls(String name) {
        return new FaultCase(
                name,
                TOKEN,
                () -> {
                    RudeServer server = RudeServer.interrupting(visit -> visit.say(Replies.OK));
                    return new Scene(server, TrialCertificate.secure(server.uri("/v1")));
                },
                LONG);
    }

    /** Returns the same fault for a client with a token, whose call opens the first connection. */
    FaultCase withToken(String otherName) {
        return new FaultCase(otherName, TOKEN, place, deadline);
    }

    /** Returns the same fault with a short deadline, which ends it. */
    FaultCase late() {
        return new FaultCase(name, credentials, place, SHORT);
    }

    /** Returns true if only the deadline ends a call. */
    boolean isLate() {
        return deadline.equals(SHORT);
    }

    private static Scene at(RudeServer server) {
        return new Scene(server, server.uri("/v1"));
    }

    private static RudeServer sparingLogins(RudeServer.Manners manners) throws IOException {
        return new RudeServer(visit -> {
            if (isLogin(visit.request())) {
                visit.say(reply("200 OK", "application/json", LOGGED_IN));
                visit.stay();
            } else {
                manners.serve(visit);
            }
        });
    }

    private static boolean isLogin(String request) {
        return request.startsWith("POST /v1/auth/login ");
    }

    static String reply(String status, String contentType, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + body.getBytes(ISO_8859_1).length + "\r\n\r\n" + body;
    }

    @Override
    public String toString() {
        return name;
    }
}
