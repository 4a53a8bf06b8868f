package io.handlekit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.handlekit.http.HttpCall;
import io.handlekit.http.HttpReply;
import io.handlekit.http.HttpTransport;
import io.handlekit.http.JdkTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract has teeth: a fault planted on the wire, on the way there or back, turns the rule named red. */
class PlantedFaultsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What a faulty codec would do to a tree. */
    private static final Map<String, Consumer<ObjectNode>> FAULTS = Map.ofEntries(
            Map.entry("none", tree -> {}),
            Map.entry("fax dropped", tree -> tree.remove("fax")),
            Map.entry("zipcode misspelt", tree -> rename(tree.path("address"), "zipcode", "zip_code")),
            Map.entry("city and state swapped", tree -> swap(tree.path("address"), "city", "state")),
            Map.entry("prefix taken for initials", tree -> swap(tree.path("name"), "prefix", "initials")),
            Map.entry("e-mail in small letters", tree -> smallLetters(tree, "email")),
            Map.entry("tags forgotten", tree -> tree.remove("tags")),
            Map.entry("extension data forgotten", tree -> tree.remove("extension_additional_data")),
            Map.entry("lines trimmed", tree -> trim(tree.path("name"))),
            Map.entry("another handle", tree -> replace(tree, "handle", "ZZ123456-ZZ")));

    private static volatile Consumer<ObjectNode> onTheWay = tree -> {};
    private static volatile Consumer<ObjectNode> onTheWayBack = tree -> {};

    @ParameterizedTest
    @CsvSource({
        "none,''",
        "fax dropped,C02",
        "zipcode misspelt,C01",
        "city and state swapped,C02",
        "prefix taken for initials,C02",
        "e-mail in small letters,C02",
        "tags forgotten,C02",
        "extension data forgotten,C02",
        "lines trimmed,C02",
    })
    void a_fault_in_writing_is_caught(String fault, String rule) {
        onTheWay = FAULTS.get(fault);
        onTheWayBack = FAULTS.get("none");

        assertCaught(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "fax dropped,C02",
        "zipcode misspelt,C02",
        "city and state swapped,C02",
        "prefix taken for initials,C04",
        "e-mail in small letters,C02",
        "tags forgotten,C02",
        "extension data forgotten,C02",
        "another handle,C02",
    })
    void a_fault_in_reading_is_caught(String fault, String rule) {
        onTheWay = FAULTS.get("none");
        onTheWayBack = FAULTS.get(fault);

        assertCaught(rule);
    }

    /** An empty rule stands for all of them, and for none broken. */
    private static void assertCaught(String rule) {
        List<String> broken = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    broken.add(test.getDisplayName().substring(0, 3));
                }
            }
        };
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(rules(rule))
                                .configurationParameter("jqwik.shrinking.default", "OFF")
                                .build(),
                        listener);
        assertThat(broken).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    private static List<MethodSelector> rules(String id) {
        return Stream.of(CustomersContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .filter(method -> method.getName().startsWith(id))
                .map(method -> selectMethod(Faulty.class, method))
                .toList();
    }

    /** The client over a wire that spoils what it carries. Not a test of its own: only the launcher above runs it. */
    static class Faulty implements CustomersContract {
        private static final HttpTransport TRANSPORT = new JdkTransport();
        private static final MockFixture FIXTURE = MockFixture.over(call -> TRANSPORT
                .send(spoil(call))
                .thenApply(reply -> new HttpReply(reply.status(), reply.contentType(), spoil(reply.body()))));

        @Override
        public CustomersFixture fixture() {
            return FIXTURE;
        }

        private static HttpCall spoil(HttpCall call) {
            JsonNode tree = MAPPER.readTree(call.body());
            if (!(tree instanceof ObjectNode object) || call.uri().getPath().endsWith("login")) {
                return call;
            }
            onTheWay.accept(object);
            return new HttpCall(call.method(), call.uri(), call.headers(), MAPPER.writeValueAsBytes(object));
        }

        private static byte[] spoil(byte[] reply) {
            JsonNode tree = MAPPER.readTree(reply);
            if (tree.path("data") instanceof ObjectNode data) {
                onTheWayBack.accept(data);
            }
            return MAPPER.writeValueAsBytes(tree);
        }
    }

    private static void rename(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && object.has(from)) {
            object.set(to, object.remove(from));
        }
    }

    private static void swap(JsonNode node, String one, String other) {
        if (node instanceof ObjectNode object) {
            JsonNode first = object.remove(one);
            JsonNode second = object.remove(other);
            put(object, one, second);
            put(object, other, first);
        }
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (value != null) {
            object.set(name, value);
        }
    }

    private static void smallLetters(ObjectNode tree, String name) {
        if (tree.has(name)) {
            tree.put(name, tree.path(name).stringValue().toLowerCase(Locale.ROOT));
        }
    }

    private static void trim(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(new String[0])) {
                object.put(name, object.path(name).stringValue().strip());
            }
        }
    }

    private static void replace(ObjectNode tree, String name, String value) {
        if (tree.has(name)) {
            tree.put(name, value);
        }
    }
}
