package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Postgres;
import io.handlekit.mock.testing.RawClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Faults before and after the effect of a call, whatever keeps the effect. */
class FaultsOnEveryStoreTest {
    private static final int STATUS = 504;
    private static final List<Call> CALLS = List.of(
            new Call("POST", "/customers", ApiTest.ADA),
            new Call("PUT", ApiTest.AL, "{\"comments\":\"new\"}"),
            new Call("POST", "/tags", "{\"value\":\"VIP\"}"),
            new Call("POST", "/customers/verifications/emails/start", "{\"email\":\"ada@example.com\"}"),
            new Call("DELETE", ApiTest.AL, ""));

    @TempDir
    private Path folder;

    private record Call(String method, String path, String body) {
        /** Shows the call without its body. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "file", "postgresql"})
    void a_fault_before_the_effect_changes_nothing_and_one_after_it_leaves_the_change(String kind) {
        try (MockOpenprovider mock =
                MockOpenprovider.start(MockOptions.defaults().store(store(kind)))) {
            RawClient client = new RawClient(mock);
            client.send("POST", "/customers", ApiTest.ADA);
            for (Call call : CALLS) {
                List<JsonNode> before = state(client);

                mock.failNext(Fault.status(STATUS).on(call.method(), "/**"));
                assertThat(send(client, call)).isEqualTo(STATUS);
                assertThat(state(client)).as("before: %s", call).isEqualTo(before);

                mock.failNext(Fault.status(STATUS).afterEffect().on(call.method(), "/**"));
                assertThat(send(client, call)).isEqualTo(STATUS);
                assertThat(state(client)).as("after: %s", call).isNotEqualTo(before);
            }
            assertThat(client.send("POST", "/customers", ApiTest.ADA)
                            .data()
                            .path("handle")
                            .stringValue())
                    .isEqualTo("AL900003-GB");
        }
    }

    private String store(String kind) {
        return switch (kind) {
            case "file" -> "file:" + folder;
            case "postgresql" -> Postgres.freshDatabase();
            default -> kind;
        };
    }

    private static int send(RawClient client, Call call) {
        return client.send(call.method(), call.path(), call.body()).status();
    }

    private static List<JsonNode> state(RawClient client) {
        return List.of(
                client.get("/customers").json(),
                client.get("/tags").json(),
                client.get("/customers/verifications/emails/domains").json());
    }
}
