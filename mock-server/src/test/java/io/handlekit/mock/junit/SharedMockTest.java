package io.handlekit.mock.junit;

import static io.handlekit.mock.junit.SampleRun.CONCURRENT;
import static io.handlekit.mock.junit.SampleRun.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.ClosedMock;
import io.handlekit.mock.testing.RawClient;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The promises of {@code shared = true}. JUnit runs sample classes. */
class SharedMockTest {
    private static final Queue<URI> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static void createsTheFirstAda(MockOpenprovider mock) {
        assertThat(mock.size()).isZero();
        assertThat(mock.exchanges()).isEmpty();
        new RawClient(mock).send("POST", "/customers", ApiTest.ADA);
        assertThat(mock.size()).isEqualTo(1);
        SEEN.add(mock.baseUri());
    }

    private static void assertOneMockThatIsClosed() {
        assertThat(SEEN.stream().distinct()).singleElement().satisfies(ClosedMock::assertClosed);
    }

    @HandlekitMock(shared = true)
    static class Plain {
        @BeforeAll
        static void before(MockOpenprovider mock) {
            createsTheFirstAda(mock);
        }

        @RepeatedTest(3)
        void a_test(MockOpenprovider mock) {
            createsTheFirstAda(mock);
        }

        @Nested
        class Inside {
            @Test
            void a_nested_test(MockOpenprovider mock) {
                createsTheFirstAda(mock);
            }
        }

        @AfterAll
        static void after(MockOpenprovider mock) {
            assertThat(mock.size()).isEqualTo(1);
            SEEN.add(mock.baseUri());
        }
    }

    @Test
    void the_tests_of_a_class_and_of_its_nested_classes_share_a_mock_that_is_reset_before_each() {
        SampleRun.of(Plain.class).assertPassed(4);

        assertThat(SEEN).hasSize(6);
        assertOneMockThatIsClosed();
    }

    @HandlekitMock(shared = true)
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        OneInstance(MockOpenprovider mock) {
            SEEN.add(mock.baseUri());
        }

        @RepeatedTest(2)
        void a_test(MockOpenprovider mock) {
            createsTheFirstAda(mock);
        }
    }

    @Test
    void the_constructor_of_a_single_instance_takes_the_shared_mock() {
        SampleRun.of(OneInstance.class, PARALLEL).assertPassed(2);

        assertOneMockThatIsClosed();
    }

    @HandlekitMock(shared = true)
    static class SetUpInTheConstructor {
        SetUpInTheConstructor(MockOpenprovider mock) {
            createsTheFirstAda(mock);
        }

        @RepeatedTest(2)
        void a_test(MockOpenprovider mock) {
            assertThat(mock.size()).isEqualTo(1);
        }
    }

    @Test
    void the_reset_comes_before_the_constructor() {
        SampleRun.of(SetUpInTheConstructor.class).assertPassed(2);
    }

    @HandlekitMock
    static class EachTest {
        @Nested
        @HandlekitMock(shared = true)
        class Inside {
            @RepeatedTest(2)
            void a_test(MockOpenprovider mock) {
                createsTheFirstAda(mock);
            }
        }

        @Test
        void a_test(MockOpenprovider mock) {
            assertThat(SEEN).doesNotContain(mock.baseUri());
        }
    }

    @Test
    void a_nested_class_can_share_where_the_enclosing_class_does_not() {
        SampleRun.of(EachTest.class).assertPassed(3);

        assertOneMockThatIsClosed();
    }

    @HandlekitMock(shared = true)
    static class AtTheSameTime {
        @Test
        void one(URI baseUri) {
            SEEN.add(baseUri);
        }

        @Test
        void other(URI baseUri) {
            SEEN.add(baseUri);
        }
    }

    @HandlekitMock(shared = true)
    static class NestedAtTheSameTime {
        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class One {
            @Test
            @Execution(ExecutionMode.SAME_THREAD)
            void a_test(URI baseUri) {
                SEEN.add(baseUri);
            }
        }
    }

    @Execution(ExecutionMode.SAME_THREAD)
    static class InOrder extends AtTheSameTime {}

    @Test
    void tests_that_may_run_at_the_same_time_cannot_share_a_mock() {
        SampleRun.of(AtTheSameTime.class, PARALLEL, CONCURRENT).assertRefused("@Execution(SAME_THREAD)");
        SampleRun.of(NestedAtTheSameTime.class, PARALLEL).assertRefused("@Execution(SAME_THREAD)");

        assertThat(SEEN).isEmpty();
    }

    @Test
    void tests_in_one_thread_can_share_a_mock_under_any_configuration() {
        SampleRun.of(AtTheSameTime.class, PARALLEL).assertPassed(2);
        SampleRun.of(AtTheSameTime.class, CONCURRENT).assertPassed(2);
        SampleRun.of(InOrder.class, PARALLEL, CONCURRENT).assertPassed(2);
    }
}
