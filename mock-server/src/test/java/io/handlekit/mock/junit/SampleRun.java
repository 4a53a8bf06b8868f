package io.handlekit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Sample classes, run by JUnit. */
final class SampleRun {
    static final String PARALLEL = "junit.jupiter.execution.parallel.enabled=true";
    static final String CONCURRENT = "junit.jupiter.execution.parallel.mode.default=concurrent";

    private final EngineExecutionResults results;

    private SampleRun(EngineExecutionResults results) {
        this.results = results;
    }

    static SampleRun of(Class<?> type, String... configuration) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .selectors(selectClass(type));
        for (String line : configuration) {
            String[] parts = line.split("=", 2);
            kit.configurationParameter(parts[0], parts[1]);
        }
        return new SampleRun(kit.execute());
    }

    /** Returns the messages of failed tests and classes. */
    List<String> failures() {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> String.valueOf(result.getThrowable().orElseThrow()))
                .toList();
    }

    void assertPassed(int tests) {
        assertThat(failures()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    }

    void assertRefused(String... words) {
        assertThat(failures())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).contains(words));
    }
}
