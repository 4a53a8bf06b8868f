package io.handlekit.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.handlekit.customers.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract of a port with a fault in it, over the model. Not a test of its own: only {@link #result} runs it. */
class BrokenPort implements CustomersContract {
    private static volatile CustomersFixture fixture = new ControlledCustomers(new ReferenceCustomers());

    @Override
    public CustomersFixture fixture() {
        return fixture;
    }

    /** What comes of the rule with this id. */
    static TestExecutionResult result(UnaryOperator<Customers> fault, String id) {
        ControlledCustomers sound = new ControlledCustomers(new ReferenceCustomers());
        Customers broken = fault.apply(sound);
        return result(
                new CustomersFixture() {
                    @Override
                    public Customers customers() {
                        return broken;
                    }

                    @Override
                    public ServiceControl control() {
                        return sound;
                    }
                },
                id);
    }

    /** What comes of the rule with this id. */
    static TestExecutionResult result(CustomersFixture subject, String id) {
        fixture = subject;
        MethodSelector rule = Stream.of(CustomersContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .filter(method -> method.getName().startsWith(id))
                .map(method -> selectMethod(BrokenPort.class, method))
                .findAny()
                .orElseThrow();
        List<TestExecutionResult> results = new ArrayList<>();
        LauncherFactory.create().execute(request().selectors(rule).build(), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    results.add(result);
                }
            }
        });
        return results.get(0);
    }
}
