package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Both versions of the API, served at once. */
class VersionsApiTest extends ApiTest {
    private RawClient v1;
    private RawClient v1beta;

    @BeforeEach
    void clients() {
        v1 = new RawClient(mock.baseUri(ApiVersion.V1));
        v1beta = new RawClient(mock.baseUri(ApiVersion.V1BETA));
    }

    @Test
    @Proves({"route.versions", "route.v1beta-end"})
    void a_customer_of_one_version_is_read_changed_and_deleted_at_the_other() {
        v1.send("POST", "/customers", ADA);
        assertThat(v1beta.get(AL).data()).isEqualTo(v1.get(AL).data());

        v1beta.send("PUT", AL, "{\"comments\":\"new\"}");
        assertThat(v1.get(AL).data().path("comments").stringValue()).isEqualTo("new");

        v1.send("DELETE", AL, "");
        assertThat(v1beta.get(AL).code()).isEqualTo(193);
    }

    @Test
    @Proves("route.versions")
    void a_token_of_one_version_is_good_at_the_other() {
        start(Switch.Token.ISSUED);
        clients();
        String token = v1beta.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}")
                .data()
                .path("token")
                .stringValue();

        assertThat(v1.send("GET", "/customers", BodyPublishers.noBody(), "Bearer " + token)
                        .code())
                .isZero();
    }

    @Test
    @Proves("limits.versions")
    void the_same_call_at_both_versions_counts_as_two_calls_and_a_block_holds_for_both() {
        start(Switch.Limits.CTE);
        clients();
        for (int call = 0; call < 50; call++) {
            assertThat(v1.get("/tags").code()).isZero();
            assertThat(v1beta.get("/tags").code()).isZero();
        }

        assertThat(v1.get("/tags").code()).isEqualTo(10005);
        assertThat(v1beta.get("/customers").code()).isEqualTo(10005);
    }

    @Test
    @Proves("route.versions")
    void faults_and_expectations_are_met_by_the_calls_of_both_versions() {
        mock.failNext(Fault.status(503).on("GET", "/tags"));
        mock.failNext(Fault.status(502).on("GET", "/tags"));

        assertThat(v1beta.send("GET", "/tags", "").status()).isEqualTo(503);
        assertThat(v1.send("GET", "/tags", "").status()).isEqualTo(502);
        mock.verify(ExpectedCalls.of("GET", "/tags").times(2));
    }

    @Test
    void an_exchange_names_its_version() {
        v1.get("/tags");
        v1beta.get("/tags");
        v1.at("GET", "/v2/tags");

        assertThat(mock.exchanges())
                .extracting(Exchange::version)
                .containsExactly(Optional.of(ApiVersion.V1), Optional.of(ApiVersion.V1BETA), Optional.empty());
        JsonNode shown = v1.at("/_handlekit/journal").path("exchanges");
        assertThat(shown.path(0).path("version").stringValue()).isEqualTo("v1");
        assertThat(shown.path(1).path("version").stringValue()).isEqualTo("v1beta");
        assertThat(shown.path(2).has("version")).isFalse();
        assertThat(v1.at("/_handlekit/journal?path=/tags").path("total").intValue())
                .isEqualTo(2);
    }

    @Test
    @Proves("route.unknown")
    void a_path_outside_of_both_versions_is_an_unknown_route() {
        for (String path :
                new String[] {"/customers", "/v2/customers", "/v1/", "/v1", "/v1betas/customers", "/V1/tags"}) {
            assertFault(v1.at("GET", path), 404, 900_404);
        }
    }

    @Test
    void both_versions_are_counted_under_their_own_routes() throws Exception {
        v1.get("/tags");
        v1beta.get("/tags");
        v1beta.get("/tags");

        String metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(mock.baseUri().resolve("/_handlekit/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(metrics)
                .contains("{method=\"GET\",route=\"/v1/tags\",status=\"200\"} 1\n")
                .contains("{method=\"GET\",route=\"/v1beta/tags\",status=\"200\"} 2\n");
    }
}
