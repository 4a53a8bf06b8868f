package io.handlekit.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.handlekit.http.HttpTransport;
import io.handlekit.http.JdkTransport;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract of a transport with a fault planted in it. Not a test of its own: only {@link #results} runs it. */
class FaultyTransport implements TransportContract {
    private static volatile UnaryOperator<HttpTransport> fault = UnaryOperator.identity();

    @Override
    public TransportFixture fixture() {
        return () -> fault.apply(new JdkTransport());
    }

    /** What comes of the rules whose ids match, by id. */
    static Map<String, TestExecutionResult.Status> results(UnaryOperator<HttpTransport> planted, String ids) {
        fault = planted;
        Map<String, TestExecutionResult.Status> results = new TreeMap<>();
        MethodSelector[] rules = Stream.of(TransportContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .filter(method -> method.getName().substring(0, 3).matches(ids))
                .map(method -> selectMethod(FaultyTransport.class, method))
                .toArray(MethodSelector[]::new);
        LauncherFactory.create().execute(request().selectors(rules).build(), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    results.put(test.getDisplayName().substring(0, 3), result.getStatus());
                }
            }
        });
        return results;
    }
}
