package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.command.KeyStores;
import io.handlekit.mock.internal.command.MockCommand;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import io.handlekit.mock.testing.RawSocket;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS and stopping. */
@Timeout(60)
class StopAndTlsTest {
    private static final String PASSWORD = "s3cret";

    @TempDir
    private static Path folder;

    private static Path keyStore;

    @BeforeAll
    static void makeAKeyStore() throws Exception {
        keyStore = folder.resolve("mock.p12");
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool",
                        "-genkeypair",
                        "-alias",
                        "mock",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mock",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keyStore.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static HttpClient whoTrustsIt() throws Exception {
        KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpRequest list(URI base) {
        return HttpRequest.newBuilder(URI.create(base + "/customers"))
                .header("Authorization", "Bearer any")
                .build();
    }

    @Test
    void with_tls_the_base_url_is_https_and_the_certificate_is_the_given_one() throws Exception {
        MockOptions options = MockOptions.defaults().tls(KeyStores.open(keyStore, PASSWORD.toCharArray()));
        try (MockOpenprovider mock = MockOpenprovider.start(options)) {
            assertThat(mock.baseUri().toString()).matches("https://127\\.0\\.0\\.1:[0-9]+/v1");

            HttpResponse<String> reply = whoTrustsIt().send(list(mock.baseUri()), BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(mock.exchanges()).hasSize(1);
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(list(mock.baseUri()), BodyHandlers.ofString()))
                    .as("a client without the certificate")
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void the_command_takes_the_key_store_s_password_from_a_file() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        MockCommand command = new MockCommand(Map.of());
        int code =
                command.commandLine().execute("--tls", keyStore.toString(), "--tls-password-file", password.toString());
        assertThat(code).isZero();
        try (MockOpenprovider mock = command.mock().orElseThrow()) {
            assertThat(whoTrustsIt()
                            .send(list(mock.baseUri()), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_call_that_takes_too_long_does_not_prevent_a_stop() throws Exception {
        MockOpenprovider mock = MockOpenprovider.start(MockOptions.defaults().stopTimeout(Duration.ofMillis(100)));
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send("POST /v1/customers HTTP/1.1\r\nHost: mock\r\nContent-Length: 9\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.isSilent()).isTrue();

            mock.close();

            assertThatThrownBy(() -> HttpClient.newHttpClient().send(list(mock.baseUri()), BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_wrong_password_or_a_missing_key_is_reported_without_the_password() throws Exception {
        assertThatThrownBy(() -> KeyStores.open(keyStore, "another".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(keyStore + ": not a PKCS12 key store, or the password is wrong");
        Path empty = folder.resolve("empty.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var out = Files.newOutputStream(empty)) {
            store.store(out, PASSWORD.toCharArray());
        }
        assertThatThrownBy(() -> KeyStores.open(empty, PASSWORD.toCharArray()))
                .hasMessage(empty + ": the key store has no private key");
    }

    @Test
    void with_a_stop_timeout_a_call_in_progress_is_answered_before_the_mock_stops() throws Exception {
        AtomicBoolean isStarted = new AtomicBoolean();
        CompletableFuture<Void> isAsked = new CompletableFuture<>();
        CompletableFuture<Instant> time = new CompletableFuture<>();
        MockOpenprovider mock = MockOpenprovider.start(
                MockOptions.defaults().stopTimeout(Duration.ofSeconds(30)).clock(() -> {
                    if (!isStarted.get()) {
                        return Instant.EPOCH;
                    }
                    isAsked.complete(null);
                    return time.join();
                }));
        isStarted.set(true);
        RawClient client = new RawClient(mock);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> client.send("POST", "/customers", ApiTest.ADA).code());
        isAsked.get(30, TimeUnit.SECONDS);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(mock::close);
        while (isListening(mock.baseUri())) {
            Thread.onSpinWait();
        }
        time.complete(Instant.EPOCH);

        assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
        closing.get(30, TimeUnit.SECONDS);
        assertThat(mock.size()).isEqualTo(1);
    }

    private static boolean isListening(URI base) {
        try {
            new RawSocket(base).close();
            return true;
        } catch (IOException noLongerListening) {
            return false;
        }
    }

    @Test
    void the_stop_timeout_does_not_wait_for_idle_connections() throws Exception {
        MockOpenprovider mock = MockOpenprovider.start(MockOptions.defaults().stopTimeout(Duration.ofMinutes(10)));
        RawClient client = new RawClient(mock);
        try (RawSocket silent = new RawSocket(mock.baseUri())) {
            assertThat(client.get("/customers").code()).isZero();

            CompletableFuture.runAsync(mock::close).get(30, TimeUnit.SECONDS);

            assertThatThrownBy(silent::answerAfterTheEnd).isInstanceOf(IOException.class);
        }
    }
}
