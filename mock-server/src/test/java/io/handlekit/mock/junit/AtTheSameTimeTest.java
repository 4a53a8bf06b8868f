package io.handlekit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.handlekit.mock.MockOpenprovider;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Which classes share one mock between their tests, and which get one for each test. JUnit runs sample classes. */
class AtTheSameTimeTest {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled=true";
    private static final String CONCURRENT = "junit.jupiter.execution.parallel.mode.default=concurrent";
    private static final String PER_CLASS = "junit.jupiter.testinstance.lifecycle.default=per_class";
    private static final String BY_NAME =
            "junit.jupiter.testmethod.order.default=org.junit.jupiter.api.MethodOrderer$MethodName";

    private static final Queue<URI> SEEN = new ConcurrentLinkedQueue<>();

    /** Returns the messages of failed tests and classes. */
    private static List<String> failures(Class<?> type, String... configuration) {
        SEEN.clear();
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").selectors(selectClass(type));
        for (String line : configuration) {
            String[] parts = line.split("=", 2);
            kit.configurationParameter(parts[0], parts[1]);
        }
        return kit.execute().allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .toList();
    }

    private static void assertShared(Class<?> type, String... configuration) {
        assertThat(failures(type, configuration)).isEmpty();
        assertThat(SEEN.stream().distinct()).hasSize(1);
    }

    private static void assertRefused(Class<?> type, String... configuration) {
        assertThat(failures(type, configuration)).isNotEmpty().allMatch(message -> message.contains("its own mock"));
        assertThat(SEEN).isEmpty();
    }

    @HandlekitMock
    static class Plain {
        @BeforeAll
        static void before(URI baseUri) {
            SEEN.add(baseUri);
        }

        @Test
        void has_the_same(URI baseUri) {
            SEEN.add(baseUri);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class SaysConcurrent extends Plain {}

    @Execution(ExecutionMode.SAME_THREAD)
    static class SaysSameThread extends Plain {}

    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance extends Plain {
        OneInstance(MockOpenprovider mock) {
            SEEN.add(mock.baseUri());
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class InOrder extends Plain {}

    @Execution(ExecutionMode.CONCURRENT)
    static class OneInstanceAtTheSameTime extends OneInstance {
        OneInstanceAtTheSameTime(MockOpenprovider mock) {
            super(mock);
        }
    }

    @HandlekitMock
    @Execution(ExecutionMode.CONCURRENT)
    static class AroundAConstructor {
        @Nested
        class Inside {
            Inside(URI baseUri) {
                SEEN.add(baseUri);
            }

            @Test
            void never() {}
        }
    }

    @HandlekitMock
    @Execution(ExecutionMode.CONCURRENT)
    static class AroundABeforeAll {
        @Nested
        class Inside extends Plain {}
    }

    @HandlekitMock
    @Execution(ExecutionMode.CONCURRENT)
    static class AroundOneAfterTheOther {
        @Nested
        class Inside extends SaysSameThread {}
    }

    @HandlekitMock
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceAround {
        @Nested
        class Inside extends Plain {}
    }

    @Test
    void a_class_with_concurrent_tests_has_no_mock_before_its_tests() {
        assertRefused(SaysConcurrent.class, PARALLEL);
        assertRefused(Plain.class, PARALLEL, CONCURRENT);
        assertRefused(OneInstanceAtTheSameTime.class, PARALLEL);
    }

    @Test
    void nor_has_a_nested_class_of_it() {
        assertRefused(AroundAConstructor.class, PARALLEL);
        assertRefused(AroundABeforeAll.class, PARALLEL);
    }

    @Test
    void a_class_with_sequential_tests_has_one_mock() {
        assertShared(Plain.class, PARALLEL);
        assertShared(SaysSameThread.class, PARALLEL, CONCURRENT);
        assertShared(AroundOneAfterTheOther.class, PARALLEL);
    }

    @Test
    void a_class_with_a_single_instance_or_ordered_methods_has_one_mock() {
        assertShared(OneInstance.class, PARALLEL, CONCURRENT);
        assertShared(OneInstanceAround.class, PARALLEL, CONCURRENT);
        assertShared(InOrder.class, PARALLEL, CONCURRENT);
        assertShared(Plain.class, PARALLEL, CONCURRENT, PER_CLASS);
        assertShared(Plain.class, PARALLEL, CONCURRENT, BY_NAME);
    }

    @Test
    void without_parallel_execution_every_class_has_one_mock() {
        assertShared(SaysConcurrent.class, CONCURRENT);
        assertShared(Plain.class, CONCURRENT);
        assertShared(AroundABeforeAll.class, CONCURRENT);
    }
}
