package io.handlekit.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.handlekit.http.HttpCall;
import io.handlekit.http.HttpReply;
import io.handlekit.http.HttpTransport;
import io.handlekit.http.JdkTransport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract over a wire with a fault planted in it. Not a test of its own: only {@link #brokenRules} runs it. */
class Faulty implements CustomersContract {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpTransport TRANSPORT = new JdkTransport();
    private static final MockFixture FIXTURE =
            MockFixture.over(call -> Faulty.fault.apply(TRANSPORT).send(call));

    private static volatile UnaryOperator<HttpTransport> fault = UnaryOperator.identity();

    @Override
    public CustomersFixture fixture() {
        return FIXTURE;
    }

    /** The ids of the rules that the fault breaks, of those whose ids begin so. */
    static List<String> brokenRules(UnaryOperator<HttpTransport> planted, String id) {
        fault = planted;
        FIXTURE.mock().reset();
        List<String> broken = new CopyOnWriteArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    broken.add(test.getDisplayName().substring(0, 3));
                }
            }
        };
        LauncherFactory.create().execute(rules(id), listener);
        return broken;
    }

    private static LauncherDiscoveryRequest rules(String id) {
        List<MethodSelector> rules = Stream.of(CustomersContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .filter(method -> method.getName().startsWith(id))
                .map(method -> selectMethod(Faulty.class, method))
                .toList();
        return request()
                .selectors(rules)
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .build();
    }

    /** A wire that spoils the body of each request but logins. */
    static UnaryOperator<HttpTransport> inRequests(Consumer<ObjectNode> spoil) {
        return transport -> call -> {
            JsonNode tree = MAPPER.readTree(call.body());
            if (!(tree instanceof ObjectNode object) || call.uri().getPath().endsWith("login")) {
                return transport.send(call);
            }
            spoil.accept(object);
            return transport.send(
                    new HttpCall(call.method(), call.uri(), call.headers(), MAPPER.writeValueAsBytes(object)));
        };
    }

    /** A wire that spoils the URI of each request. */
    static UnaryOperator<HttpTransport> inUris(UnaryOperator<String> spoil) {
        return transport -> call -> {
            URI uri = URI.create(spoil.apply(call.uri().toString()));
            return transport.send(new HttpCall(call.method(), uri, call.headers(), call.body()));
        };
    }

    /** A wire that spoils the data of each reply. */
    static UnaryOperator<HttpTransport> inReplies(Consumer<ObjectNode> spoil) {
        return transport -> call -> transport
                .send(call)
                .thenApply(reply -> new HttpReply(reply.status(), reply.contentType(), spoilt(reply.body(), spoil)));
    }

    private static byte[] spoilt(byte[] reply, Consumer<ObjectNode> spoil) {
        JsonNode tree = MAPPER.readTree(reply);
        if (tree.path("data") instanceof ObjectNode data) {
            spoil.accept(data);
        }
        return MAPPER.writeValueAsBytes(tree);
    }
}
