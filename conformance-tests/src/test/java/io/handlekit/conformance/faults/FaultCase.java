package io.handlekit.conformance.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.TestCertificate;
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
    record Scene(ScriptedServer server, URI uri) implements AutoCloseable {
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
    static FaultCase of(String name, ScriptedServer.Script manners) {
        return ofEach(name, () -> manners);
    }

    /** Creates a fault whose state each server has for itself. */
    static FaultCase ofEach(String name, Supplier<ScriptedServer.Script> manners) {
        return new FaultCase(name, LOGIN, () -> at(sparingLogins(manners.get())), LONG);
    }

    /** Creates a fault whose reply is complete HTTP. */
    static FaultCase reply(String name, String status, String contentType, String body) {
        return of(name, request -> {
            request.send(reply(status, contentType, body));
            request.keepOpen();
        });
    }

    static FaultCase unreachable(String name, String uri) {
        return new FaultCase(
                name, TOKEN, () -> new Scene(new ScriptedServer(request -> request.send("")), URI.create(uri)), LONG);
    }

    static FaultCase untrusted(String name) {
        return new FaultCase(
                name, TOKEN, () -> at(TestCertificate.ofLoopback().server(request -> request.send(Replies.OK))), LONG);
    }

    static FaultCase withoutTls(String name) {
        return new FaultCase(
                name,
                TOKEN,
                () -> {
                    ScriptedServer server = ScriptedServer.speakingFirst(request -> request.send(Replies.OK));
                    return new Scene(server, TestCertificate.secure(server.uri("/v1")));
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

    private static Scene at(ScriptedServer server) {
        return new Scene(server, server.uri("/v1"));
    }

    private static ScriptedServer sparingLogins(ScriptedServer.Script manners) throws IOException {
        return new ScriptedServer(request -> {
            if (isLogin(request.text())) {
                request.send(reply("200 OK", "application/json", LOGGED_IN));
                request.keepOpen();
            } else {
                manners.serve(request);
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
