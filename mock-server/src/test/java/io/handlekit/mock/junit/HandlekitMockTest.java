package io.handlekit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The promises of the annotation. JUnit runs sample classes. */
class HandlekitMockTest {
    private static final NewCustomer ADA = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.com")
            .build();
    private static final int TOGETHER = 2;

    private static final Queue<URI> SEEN = new ConcurrentLinkedQueue<>();

    private static EngineExecutionResults run(Class<?>... classes) {
        SEEN.clear();
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
        for (Class<?> each : classes) {
            kit.selectors(selectClass(each));
        }
        return kit.execute();
    }

    private static void assertAllPassed(EngineExecutionResults results, int tests) {
        results.allEvents().failed().stream().findFirst().ifPresent(failed -> fail("%s", failed));
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(tests));
    }

    private static void assertNothingListens() {
        assertThat(SEEN)
                .isNotEmpty()
                .allSatisfy(uri -> assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort()).close())
                        .isInstanceOf(ConnectException.class));
    }

    private static void createsTheFirstAda(MockOpenprovider mock, Customers customers) {
        assertThat(mock.size()).isZero();
        assertThat(new BlockingCustomers(customers).create(ADA)).isEqualTo(new CustomerHandle("AL900001-GB"));
        assertThat(mock.size()).isEqualTo(1);
        SEEN.add(mock.baseUri());
    }

    @HandlekitMock
    static class OneAfterTheOther {
        private final URI atConstruction;

        OneAfterTheOther(URI baseUri) {
            atConstruction = baseUri;
        }

        @BeforeAll
        static void before(MockOpenprovider mock, Customers customers) {
            new BlockingCustomers(customers).create(ADA);
            assertThat(mock.size()).isEqualTo(1);
        }

        @BeforeEach
        void setUp(MockOpenprovider mock) {
            assertThat(mock.exchanges()).isEmpty();
        }

        @RepeatedTest(3)
        void each_test_starts_with_a_reset_mock(MockOpenprovider mock, URI baseUri, Customers customers) {
            createsTheFirstAda(mock, customers);
            assertThat(baseUri).isEqualTo(mock.baseUri()).isEqualTo(atConstruction);
        }

        @Nested
        class Inside {
            @Test
            void a_nested_class_has_the_same_mock(MockOpenprovider mock, Customers customers) {
                createsTheFirstAda(mock, customers);
                assertThat(mock.baseUri()).isEqualTo(atConstruction);
            }
        }

        @Nested
        @HandlekitMock(documentationCustomer = true)
        class OnItsOwn {
            @Test
            void a_nested_class_with_an_annotation_has_its_own(MockOpenprovider mock) {
                assertThat(mock.size()).isEqualTo(1);
                assertThat(mock.baseUri()).isNotEqualTo(atConstruction);
                SEEN.add(mock.baseUri());
            }
        }
    }

    @Test
    void a_class_has_one_mock_that_is_reset_before_each_test() {
        assertAllPassed(run(OneAfterTheOther.class), 5);
        assertThat(SEEN).hasSize(5);
        assertThat(SEEN.stream().distinct()).hasSize(2);
        assertNothingListens();
    }

    @HandlekitMock
    @Execution(ExecutionMode.CONCURRENT)
    static class AllAtOnce {
        private static final CyclicBarrier ALL = new CyclicBarrier(TOGETHER);

        @BeforeEach
        void setUp(URI baseUri) {
            SEEN.add(baseUri);
        }

        @Test
        void one(MockOpenprovider mock, Customers customers) throws Exception {
            hasItsOwnMock(mock, customers);
        }

        @Test
        void other(MockOpenprovider mock, Customers customers) throws Exception {
            hasItsOwnMock(mock, customers);
        }

        private static void hasItsOwnMock(MockOpenprovider mock, Customers customers) throws Exception {
            ALL.await(60, TimeUnit.SECONDS);
            createsTheFirstAda(mock, customers);
            ALL.await(60, TimeUnit.SECONDS);
            assertThat(mock.size()).isEqualTo(1);
        }
    }

    @Test
    void concurrent_tests_have_a_mock_and_a_port_each() {
        assertAllPassed(run(AllAtOnce.class), TOGETHER);
        assertThat(SEEN.stream().distinct()).hasSize(TOGETHER);
        assertNothingListens();
    }

    @HandlekitMock
    @Execution(ExecutionMode.CONCURRENT)
    static class SharedByMistake {
        @BeforeAll
        static void before(MockOpenprovider mock) {
            SEEN.add(mock.baseUri());
        }

        @Test
        void never() {}
    }

    @Test
    void a_shared_mock_for_concurrent_tests_is_refused_with_a_reason() {
        run(SharedByMistake.class)
                .containerEvents()
                .failed()
                .assertEventsMatchExactly(
                        finishedWithFailure(message(text -> text.contains("each test has its own mock"))));
        assertThat(SEEN).isEmpty();
    }

    @HandlekitMock(switches = {"token=issued", "numbering-start=7"})
    static class Strict {
        @Test
        void the_switches_are_set(MockOpenprovider mock, URI baseUri, Customers customers) throws Exception {
            assertThat(status(baseUri)).isEqualTo(401);
            assertThat(new BlockingCustomers(customers).create(ADA).value()).isEqualTo("AL000007-GB");
            SEEN.add(mock.baseUri());
        }

        private static int status(URI baseUri) throws IOException, InterruptedException {
            HttpRequest list = HttpRequest.newBuilder(URI.create(baseUri + "/customers"))
                    .header("Authorization", "Bearer any")
                    .build();
            return HttpClient.newHttpClient()
                    .send(list, BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void switches_are_named_as_on_the_command_line() {
        assertAllPassed(run(Strict.class), 1);
    }

    @HandlekitMock(switches = "token=never")
    static class Misspelt {
        @Test
        void never() {}
    }

    @HandlekitMock(switches = "token")
    static class HalfSaid {
        @Test
        void never() {}
    }

    @Test
    void an_unknown_switch_fails_the_class_with_a_message() {
        for (Class<?> bad : List.of(Misspelt.class, HalfSaid.class)) {
            run(bad).containerEvents()
                    .failed()
                    .assertEventsMatchExactly(finishedWithFailure(
                            instanceOf(IllegalArgumentException.class), message(text -> text.contains("token"))));
        }
    }
}
