package io.handlekit.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.HttpCall;
import io.handlekit.http.HttpReply;
import io.handlekit.http.HttpTransport;
import io.handlekit.http.JdkTransport;
import io.handlekit.http.TransportFailure;
import io.handlekit.http.vertx.VertxTransport;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates: one that nobody vouches for is refused before anything is sent. */
@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";

    @TempDir
    static Path folder;

    private static SSLContext context;

    /** A certificate for 127.0.0.1 that only this test trusts. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    private static RudeServer serve(ServerSocketFactory sockets) throws Exception {
        return new RudeServer(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), RudeServer.say(OK));
    }

    private static HttpCall call(RudeServer server) {
        URI uri = URI.create(server.uri("/v1beta").toString().replace("http:", "https:"));
        return new HttpCall("POST", uri, Map.of(), "{}".getBytes(UTF_8));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() throws Exception {
        try (RudeServer server = serve(context.getServerSocketFactory());
                HttpTransport jdk = new JdkTransport();
                HttpTransport vertx = new VertxTransport()) {
            for (HttpTransport transport : new HttpTransport[] {jdk, vertx}) {
                CompletableFuture<HttpReply> reply =
                        transport.send(call(server)).toCompletableFuture();

                assertThat(reply)
                        .failsWithin(30, TimeUnit.SECONDS)
                        .withThrowableOfType(ExecutionException.class)
                        .havingCause()
                        .isInstanceOfSatisfying(
                                TransportFailure.class,
                                failure -> assertThat(failure.kind()).isEqualTo(TransportFailure.Kind.CONNECT));
            }
            assertThat(server.requests()).allMatch(String::isEmpty);
        }
    }

    @Test
    void a_certificate_that_the_caller_trusts_is_taken() throws Exception {
        HttpClient trusting = HttpClient.newBuilder().sslContext(context).build();
        try (RudeServer server = serve(context.getServerSocketFactory());
                HttpTransport jdk = new JdkTransport(trusting)) {
            assertThat(jdk.send(call(server))
                            .toCompletableFuture()
                            .get(30, TimeUnit.SECONDS)
                            .status())
                    .isEqualTo(200);
        }
    }
}
