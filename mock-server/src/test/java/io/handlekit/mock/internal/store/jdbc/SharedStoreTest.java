package io.handlekit.mock.internal.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Await;
import io.handlekit.mock.testing.Load;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.Postgres;
import io.handlekit.mock.testing.PostgresServer;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two mocks as processes that share a database, directly and behind a pooler that gives each transaction a connection. */
class SharedStoreTest {
    private static final int CREATES = 100;
    private static final Path PGBOUNCER = Path.of("/usr/sbin/pgbouncer");

    @TempDir
    private Path folder;

    @Test
    @Proves({"store.shared", "store.local"})
    void two_mocks_are_one_service() throws Exception {
        String store = Postgres.freshDatabase();
        // Both start at once, and make the tables.
        try (MockProcess first = run(store);
                MockProcess second = run(store)) {
            URI one = base(first);
            URI two = base(second);
            try (Load load = new Load(thread -> thread % 2 == 0 ? one : two)) {
                load.awaitCreates(CREATES);
                load.end();
                load.check(new RawClient(one));
                load.check(new RawClient(two));
            }
            for (URI each : List.of(one, two)) {
                new RawClient(each).control("PATCH", "/switches", "{\"token\":\"issued\"}");
            }
            shareTokensTagsAndVerifications(new RawClient(one), new RawClient(two));
            keepJournalsApart(new RawClient(one), new RawClient(two));
            resetBoth(new RawClient(one), new RawClient(two));
        }
    }

    private static MockProcess run(String store) throws Exception {
        return MockProcess.run(Map.of(), "--empty", "--store=" + store);
    }

    private static URI base(MockProcess mock) throws Exception {
        return MockProcess.base(mock.introduction().get(0));
    }

    private static void shareTokensTagsAndVerifications(RawClient one, RawClient two) {
        String token = token(one);
        assertThat(send(two, "POST", "/tags", "{\"value\":\"VIP\"}", token).code())
                .isZero();
        assertThat(send(one, "GET", "/tags", "", token).data().path("total").intValue())
                .isEqualTo(1);
        String email = "{\"email\":\"ada@example.com\"}";
        String start = "/customers/verifications/emails/start";
        assertThat(send(one, "POST", start, email, token).code()).isZero();
        assertThat(send(two, "POST", start, email, token).code()).isEqualTo(20001);
    }

    private static void keepJournalsApart(RawClient one, RawClient two) {
        one.control("DELETE", "/journal", "");
        two.get("/customers");
        assertThat(one.at("/_handlekit/journal").path("total").asInt(0)).isZero();
    }

    private static void resetBoth(RawClient one, RawClient two) {
        String token = token(two);
        RawClient.Answer reset = one.control("POST", "/reset", "");
        assertThat(reset.json().path("affects").stringValue()).isEqualTo("every mock that shares the store");
        assertThat(send(two, "GET", "/customers", "", token).code()).isEqualTo(196);
        assertThat(send(two, "GET", "/customers", "", token(one))
                        .data()
                        .path("total")
                        .intValue())
                .isZero();
    }

    private static String token(RawClient client) {
        return client.send("POST", "/auth/login", "{\"username\":\"any\",\"password\":\"any\"}")
                .data()
                .path("token")
                .stringValue();
    }

    private static RawClient.Answer send(RawClient client, String method, String path, String body, String token) {
        return client.send(method, path, BodyPublishers.ofString(body), "Bearer " + token);
    }

    @Test
    void a_pooler_may_give_each_transaction_another_connection() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(PGBOUNCER) || System.getenv("CI") != null, "pgbouncer is not installed");
        String direct = Postgres.freshDatabase();
        int port = PostgresServer.freePort();
        Process pooler = pooler(direct.replaceAll("\\?.*", "").replaceAll(".*//", ""), port);
        try (MockOpenprovider mock = MockOpenprovider.start(
                MockOptions.defaults().store("jdbc:postgresql://127.0.0.1:" + port + "/pooled?user=postgres"))) {
            URI base = mock.baseUri();
            try (Load load = new Load(thread -> base)) {
                load.awaitCreates(CREATES);
                load.end();
                load.check(new RawClient(base));
            }
            assertThat(new RawClient(base)
                            .send("POST", "/customers", ApiTest.ADA)
                            .code())
                    .isZero();
        } finally {
            pooler.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process pooler(String server, int port) throws Exception {
        String[] parts = server.split("[:/]", -1);
        Path config = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                pooled = host=127.0.0.1 port=%s dbname=%s user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %s
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 3
                ignore_startup_parameters = extra_float_digits
                """.formatted(parts[1], parts[2], port));
        Process pooler = new ProcessBuilder(
                        PostgresServer.unprivileged(List.of(PGBOUNCER.toString(), config.toString())))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        Await.await(() -> listens(port));
        return pooler;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
