package io.handlekit.mock.internal.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Await;
import io.handlekit.mock.testing.Load;
import io.handlekit.mock.testing.PostgresServer;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back, or fails over, while clients create and change customers. */
class OutageTest {
    private static final int CREATES = 30;

    @TempDir
    private Path folder;

    @Test
    @Proves("store.away")
    void calls_get_code_4005_while_the_database_is_away_and_succeed_without_a_restart_when_it_is_back() {
        try (PostgresServer server = PostgresServer.in(folder).start();
                MockOpenprovider mock =
                        MockOpenprovider.start(MockOptions.defaults().store(server.url() + "?user=postgres"))) {
            RawClient client = new RawClient(mock);
            Load load = new Load(thread -> mock.baseUri());
            load.awaitCreates(CREATES);
            server.stop();

            refused(client);

            server.start();
            Await.await(() ->
                    client.at("/_handlekit/health").path("status").stringValue().equals("ready"));
            load.awaitCreates(CREATES);
            load.end();
            load.check(client);
        }
    }

    /** Each call waits as long as the pool does, so they wait together. */
    private static void refused(RawClient client) {
        List<CompletableFuture<RawClient.Answer>> calls = Stream.<Supplier<RawClient.Answer>>of(
                        () -> client.send("POST", "/customers", ApiTest.ADA),
                        () -> client.get("/customers"),
                        () -> client.control("POST", "/reset", ""),
                        () -> client.control("GET", "/metrics", ""),
                        () -> client.control("GET", "/snapshot", ""),
                        () -> client.control("GET", "/customers", ""))
                .map(CompletableFuture::supplyAsync)
                .toList();
        assertThat(client.at("/_handlekit/health").toString()).isEqualTo("{\"status\":\"alive\"}");
        calls.forEach(call -> ApiTest.assertFault(call.join(), 503, 4005));
        RawClient.Answer cleared = client.control("DELETE", "/journal", "");
        assertThat(cleared.json().has("customers"))
                .as("needs no database, and leaves out what only the database knows: %s", cleared)
                .isFalse();
        assertThat(cleared.json().path("exchanges").isIntegralNumber()).isTrue();
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_primary_is_killed_and_its_synchronous_standby_takes_over() {
        try (PostgresServer primary = PostgresServer.in(folder);
                PostgresServer standby = primary.standby()) {
            primary.start();
            standby.start();
            String url = "jdbc:postgresql://127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port()
                    + "/postgres?user=postgres&targetServerType=primary";
            try (MockOpenprovider mock =
                    MockOpenprovider.start(MockOptions.defaults().store(url))) {
                Load load = new Load(thread -> mock.baseUri());
                load.awaitCreates(CREATES);

                primary.kill();
                standby.execute("SELECT pg_promote()");

                load.awaitCreates(CREATES);
                load.end();
                load.check(new RawClient(mock));
            }
        }
    }
}
