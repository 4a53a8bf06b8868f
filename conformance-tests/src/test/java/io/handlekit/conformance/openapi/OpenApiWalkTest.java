package io.handlekit.conformance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every operation of the document against the mock, with plain HTTP requests. */
class OpenApiWalkTest {
    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer any");

    /** The order matters: later steps need earlier ones. A body is the example of the document. */
    private static final List<String> STEPS = List.of(
            "POST /v1/auth/login 200",
            "POST /v1/customers 200",
            "GET /v1/customers 200",
            "GET /v1/customers?limit=1&offset=1&order=DESC&order_by=last_name&with_additional_data=true 200",
            "GET /v1/customers?columns=handle&columns=email&type=company&pattern=L*&last_name_pattern=* 200",
            "GET /v1/customers?email_pattern=nobody@nowhere.example 200",
            "GET /v1/customers/XX123456-XX 200",
            "GET /v1/customers/XX123456-XX?with_additional_data=true 200",
            "GET /v1/customers/XX123456-XX?with_additional_data=false 200",
            "PUT /v1/customers/XX123456-XX 200",
            "PUT /v1/customers/ZZ000000-ZZ 400",
            "DELETE /v1/customers/XX123456-XX 200",
            "GET /v1/customers/XX123456-XX 400",
            "DELETE /v1/customers/XX123456-XX 400",
            "POST /v1/tags 200",
            "GET /v1/tags 200",
            "GET /v1/tags?key=customer&value=VIP 200",
            "DELETE /v1/tags?key=customer&value=VIP 200",
            "GET /v1/domains/additional-data/customers?domain.extension=us&domain.name=example 200",
            "POST /v1/customers/verifications/emails/start 200",
            "POST /v1/customers/verifications/emails/restart 200",
            "GET /v1/customers/verifications/emails/domains 200",
            "GET /v1/customers/verifications/emails/domains?email=ada@engines.example&limit=1 200",
            "GET / 200",
            "GET /_handlekit 200",
            "GET /openapi.json 200",
            "GET /_handlekit/ledger 200",
            "GET /_handlekit/health 200",
            "GET /_handlekit/metrics 200",
            "GET /_handlekit/customers 200",
            "GET /_handlekit/customers?pattern=*a*&order_by=last_name&order=DESC&limit=1 200",
            "POST /_handlekit/customers/search 200",
            "GET /_handlekit/customers/AL900001-NL 200",
            "GET /_handlekit/customers/AL900001-NL?with_additional_data=true 200",
            "GET /_handlekit/customers/AL900001-NL/readiness 200",
            "GET /_handlekit/customers/ZZ000000-ZZ/readiness 400",
            "GET /_handlekit/journal 200",
            "GET /_handlekit/journal.har 200",
            "GET /_handlekit/journal?method=PUT&path=/customers/*&limit=1&offset=0 200",
            "GET /_handlekit/journal?order=DESC&after=1&before=9&limit=1 200",
            "POST /_handlekit/verify 200",
            "GET /_handlekit/clock 200",
            "POST /_handlekit/clock 200",
            "GET /_handlekit/switches 200",
            "PATCH /_handlekit/switches 200",
            "PUT /_handlekit/switches 200",
            "POST /_handlekit/customers 200",
            "POST /_handlekit/customers 400",
            "POST /_handlekit/faults 200",
            "PUT /_handlekit/faults 200",
            "GET /_handlekit/faults 200",
            "DELETE /_handlekit/faults 200",
            "DELETE /_handlekit/journal 200",
            "DELETE /_handlekit/customers 200",
            "GET /_handlekit/snapshot 200",
            "POST /_handlekit/snapshot 200",
            "POST /_handlekit/snapshot/save 200",
            "GET /_handlekit/instance 200",
            "POST /_handlekit/tokens 200",
            "POST /_handlekit/reset 200");

    private final OpenApi api = OpenApi.ofTheMock();

    /** Returns the steps at a version; v1beta has HTTP 500 where v1 has HTTP 400. */
    private static List<String> steps(ApiVersion version) {
        return STEPS.stream()
                .map(step -> version == ApiVersion.V1BETA && step.contains(" /v1/")
                        ? step.replace(" /v1/", " /v1beta/").replaceAll(" 400$", " 500")
                        : step)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void every_operation_answers_as_described(ApiVersion version) {
        List<String> violations = new ArrayList<>();
        Set<OpenApiOperation> walked = new HashSet<>();
        try (Walk walk = new Walk()) {
            for (String step : steps(version)) {
                String[] parts = step.split(" ", 3);
                HttpCall call = walk.call(parts[0], parts[1], TOKEN);
                HttpReply reply = walk.send(call);
                api.operation(call).ifPresent(walked::add);
                violations.addAll(api.violations(call, reply));
                if (reply.status() != Integer.parseInt(parts[2])) {
                    violations.add(step + ": HTTP " + reply.status());
                }
            }
        }
        assertThat(violations).isEmpty();
        assertThat(walked).containsExactlyInAnyOrderElementsOf(api.operations());
    }

    /** In the order of the document, so that a tag exists before it is removed. */
    @Test
    void every_operation_answers_200_to_all_its_examples_together() {
        List<String> refused = new ArrayList<>();
        try (Walk walk = new Walk()) {
            for (OpenApiOperation operation : api.operations()) {
                HttpCall call = walk.call(operation.method(), walk.examplePath(operation), TOKEN);
                HttpReply reply = walk.send(call);
                refused.addAll(api.violations(call, reply));
                if (reply.status() != 200) {
                    refused.add(call.method() + " " + call.uri() + ": HTTP " + reply.status());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    /** A switch may change the status; the reply is still one that the document describes. */
    @ParameterizedTest
    @MethodSource("values")
    void every_reply_under_every_switch_is_as_described(Switch value) {
        assertThat(violationsUnder(value, ApiVersion.V1)).isEmpty();
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("values")
    void every_reply_of_v1beta_under_every_switch_is_as_described(Switch value) {
        assertThat(violationsUnder(value, ApiVersion.V1BETA)).isEmpty();
    }

    private List<String> violationsUnder(Switch value, ApiVersion version) {
        try (Walk walk = new Walk(Behaviour.defaults().with(value))) {
            return inReplies(walk, version);
        }
    }

    private List<String> inReplies(Walk walk, ApiVersion version) {
        List<String> violations = new ArrayList<>();
        for (String step : steps(version)) {
            String[] parts = step.split(" ", 3);
            HttpCall call = walk.call(parts[0], parts[1], TOKEN);
            violations.addAll(api.inAnswer(call, walk.send(call)));
        }
        for (String odd : List.of("{", "{\"name\":{\"nickname\":5}}", "{\"email\":5}", "{}")) {
            HttpCall call = new HttpCall(
                    "POST",
                    walk.call("POST", version.path() + "/customers", TOKEN).uri(),
                    TOKEN,
                    odd.getBytes(StandardCharsets.UTF_8));
            violations.addAll(api.inAnswer(call, walk.send(call)));
        }
        return violations;
    }

    static Stream<Switch> values() {
        return Switch.all().stream().flatMap(which -> Switch.values(which).stream());
    }

    @Test
    void without_a_token_every_protected_operation_answers_196_as_described() {
        try (Walk walk = new Walk()) {
            for (OpenApiOperation operation : api.operations()) {
                HttpCall call = walk.call(operation.method(), walk.anyPath(operation), Map.of());
                HttpReply reply = walk.send(call);
                boolean open = operation.node().path("security").isArray(); // none, or a token of another kind

                assertThat(api.violations(call, reply)).isEmpty();
                boolean isJson = reply.contentType().equals("application/json");
                assertThat(isJson ? Goldens.tree(reply.body()).path("code").asInt(0) : 0)
                        .as(operation.toString())
                        .isEqualTo(open ? 0 : 196);
            }
        }
    }

    @Test
    void requests_that_are_not_described_are_refused_as_described() {
        try (Walk walk = new Walk()) {
            for (String path : List.of(
                    "POST /",
                    "GET /customers",
                    "GET /v1/contacts",
                    "POST /v1/customers/XX123456-XX",
                    "GET /v1beta/contacts")) {
                assertAnswer(walk, path, 404);
            }
            for (String path : List.of("PUT /v1/customers", "DELETE /v1/auth/login", "PUT /v1beta/customers")) {
                assertAnswer(walk, path, 405);
            }
        }
    }

    private void assertAnswer(Walk walk, String step, int status) {
        String[] parts = step.split(" ", 2);
        HttpCall call = walk.call(parts[0], parts[1], TOKEN);
        HttpReply reply = walk.send(call);

        assertThat(api.operation(call)).isEmpty();
        assertThat(api.inAnswer(call, reply)).isEmpty();
        assertThat(reply.status()).as(step).isEqualTo(status);
    }

    @Test
    void the_mock_serves_the_document_in_its_jar() {
        try (Walk walk = new Walk()) {
            HttpReply reply = walk.send(walk.call("GET", "/openapi.json", Map.of()));

            assertThat(Goldens.tree(reply.body())).isEqualTo(api.schemas().document());
        }
    }
}
