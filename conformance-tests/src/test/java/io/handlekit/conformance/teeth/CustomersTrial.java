package io.handlekit.conformance.teeth;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract of the port, one rule at a time. Not a test of its own: only {@link #of} runs it, in one thread. */
class CustomersTrial implements CustomersContract {
    private static volatile CustomersFixture subject;

    @Override
    public CustomersFixture fixture() {
        return subject;
    }

    /** How the rule failed or why it was skipped, or nothing if it was kept. */
    static Optional<Throwable> of(CustomersFixture fixture, String rule) {
        return of(fixture, rule, "OFF", 1);
    }

    /** The same, with what the rule failed for made as short as it can be in so many seconds. */
    static Optional<Throwable> shrunk(CustomersFixture fixture, String rule, int seconds) {
        return of(fixture, rule, "BOUNDED", seconds);
    }

    private static Optional<Throwable> of(CustomersFixture fixture, String rule, String shrinking, int seconds) {
        subject = fixture;
        AtomicReference<TestExecutionResult> seen = new AtomicReference<>();
        LauncherFactory.create().execute(only(rule, shrinking, seconds), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    seen.set(result);
                }
            }
        });
        return seen.get().getThrowable();
    }

    /** Remembers nothing of other runs, and keeps its reports to itself: a broken subject would fill pages. */
    private static LauncherDiscoveryRequest only(String rule, String shrinking, int seconds) {
        return request()
                .selectors(selectMethod(
                        CustomersTrial.class,
                        ContractSource.of(CustomersContract.class).get(rule)))
                .configurationParameter("jqwik.shrinking.default", shrinking)
                .configurationParameter("jqwik.shrinking.bounded.seconds", String.valueOf(seconds))
                .configurationParameter("jqwik.database", "target/jqwik-database-of-trials")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
    }
}
