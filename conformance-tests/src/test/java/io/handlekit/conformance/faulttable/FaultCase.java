package io.handlekit.conformance.faulttable;

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
 * Something that may go wrong, and the server where it does.
 *
 * @param name as the table says it
 * @param credentials a login, which goes well and leaves its connection open, or a token
 * @param place where it happens
 * @param deadline of a call
 */
record FaultCase(String name, Credentials credentials, Place place, Duration deadline) {
    private static final Credentials LOGIN = Credentials.login("reseller", "password");
    private static final Credentials TOKEN = Credentials.token("given");
    private static final String LOGGED_IN = "{\"code\":0,\"data\":{\"token\":\"any\",\"reseller_id\":7}}";

    /** Long enough for whatever comes to an end by itself. */
    private static final Duration LONG = Duration.ofSeconds(60);

    /** For what does not; long enough to be sent on a slow machine. */
    private static final Duration SHORT = Duration.ofSeconds(4);

    /** Where a fault happens, opened for one call. */
    interface Place {
        Scene open() throws IOException;
    }

    /**
     * A server, if there is one, and where it is said to be.
     *
     * @param server closed with the scene
     * @param uri its base URL
     */
    record Scene(ScriptedServer server, URI uri) implements AutoCloseable {
        /** How often a call has come here, logins left out. */
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

    /** One that meets calls and spares logins. */
    static FaultCase of(String name, ScriptedServer.Script manners) {
        return ofEach(name, () -> manners);
    }

    /** One that each server starts anew. */
    static FaultCase ofEach(String name, Supplier<ScriptedServer.Script> manners) {
        return new FaultCase(name, LOGIN, () -> at(sparingLogins(manners.get())), LONG);
    }

    /** A reply that is whole, as HTTP goes. */
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
                    return new Scene(server, TestCertificate.secure(server.uri("/v1beta")));
                },
                LONG);
    }

    /** The same with a token, and so on a fresh connection. */
    FaultCase withToken(String otherName) {
        return new FaultCase(otherName, TOKEN, place, deadline);
    }

    /** The same, which does not end before the deadline. */
    FaultCase late() {
        return new FaultCase(name, credentials, place, SHORT);
    }

    private static Scene at(ScriptedServer server) {
        return new Scene(server, server.uri("/v1beta"));
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
        return request.startsWith("POST /v1beta/auth/login ");
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
