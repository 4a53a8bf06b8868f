package io.handlekit.conformance.trial;

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

/** A runner of single rules of the port's contract. Not a test by itself: only {@link #of} runs it, in one thread. */
public class CustomersTrial implements CustomersContract {
    private static volatile CustomersFixture subject;

    @Override
    public CustomersFixture fixture() {
        return subject;
    }

    /** Runs the rule without shrinking. Returns how it failed or why it was skipped, or empty if it was kept. */
    public static Optional<Throwable> of(CustomersFixture fixture, String rule) {
        return of(fixture, rule, "OFF");
    }

    /** Runs the rule and lets jqwik shrink its failure for one second. */
    public static Optional<Throwable> shrinkingOneSecond(CustomersFixture fixture, String rule) {
        return of(fixture, rule, "BOUNDED");
    }

    private static Optional<Throwable> of(CustomersFixture fixture, String rule, String shrinking) {
        subject = fixture;
        AtomicReference<TestExecutionResult> seen = new AtomicReference<>();
        LauncherFactory.create().execute(only(rule, shrinking), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    seen.set(result);
                }
            }
        });
        return seen.get().getThrowable();
    }

    /** Repeats no sample of earlier runs and prints no report, which would fill pages for a broken subject. */
    private static LauncherDiscoveryRequest only(String rule, String shrinking) {
        return request()
                .selectors(selectMethod(
                        CustomersTrial.class,
                        ContractSource.of(CustomersContract.class).get(rule)))
                .configurationParameter("jqwik.shrinking.default", shrinking)
                .configurationParameter("jqwik.shrinking.bounded.seconds", "1")
                .configurationParameter("jqwik.database", "target/jqwik-database-of-trials")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
    }
}
