package io.handlekit.mock.junit;

import static io.handlekit.mock.junit.SampleRun.CONCURRENT;
import static io.handlekit.mock.junit.SampleRun.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.testing.ClosedMock;
import io.handlekit.mock.testing.RawClient;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of the annotation where each test has its own mock. JUnit runs sample classes. */
class HandlekitMockTest {
    private static final NewCustomer ADA = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.com")
            .build();

    private static final Queue<URI> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static void assertNothingListens() {
        assertThat(SEEN).isNotEmpty().allSatisfy(ClosedMock::assertClosed);
    }

    private static void createsTheFirstAda(MockOpenprovider mock, Customers customers) {
        assertThat(mock.size()).isZero();
        assertThat(new BlockingCustomers(customers).create(ADA)).isEqualTo(new CustomerHandle("AL900001-GB"));
        assertThat(mock.size()).isEqualTo(1);
        SEEN.add(mock.baseUri());
    }

    @HandlekitMock
    static class Plain {
        private final MockOpenprovider atConstruction;

        Plain(MockOpenprovider mock) {
            atConstruction = mock;
        }

        @BeforeEach
        void before(MockOpenprovider mock) {
            assertThat(mock).isSameAs(atConstruction);
        }

        @AfterEach
        void after(MockOpenprovider mock) {
            assertThat(mock).isSameAs(atConstruction);
            assertThat(mock.size()).isEqualTo(1);
        }

        @RepeatedTest(2)
        void a_test(MockOpenprovider mock, URI baseUri, Customers customers) {
            createsTheFirstAda(mock, customers);
            assertThat(mock).isSameAs(atConstruction);
            assertThat(mock.baseUri()).isEqualTo(baseUri);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void an_invocation(int number, MockOpenprovider mock, Customers customers) {
            assertThat(number).isPositive();
            createsTheFirstAda(mock, customers);
        }

        @Nested
        class Inside {
            private final MockOpenprovider inside;

            Inside(MockOpenprovider mock) {
                inside = mock;
            }

            @Test
            void a_nested_test(MockOpenprovider mock, Customers customers) {
                createsTheFirstAda(mock, customers);
                assertThat(mock).isSameAs(inside).isSameAs(atConstruction);
            }
        }
    }

    @Test
    void each_test_has_one_mock_from_its_constructor_to_its_end() {
        SampleRun.of(Plain.class).assertPassed(5);

        assertThat(SEEN).hasSize(5).doesNotHaveDuplicates();
        assertNothingListens();
    }

    @HandlekitMock
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class LeavesACallBehind {
        @Test
        void first(URI baseUri) {
            SEEN.add(baseUri);
        }

        @Test
        void second(MockOpenprovider mock) {
            RawClient late = new RawClient(SEEN.element());

            assertThatThrownBy(() -> late.get("/customers")).hasCauseInstanceOf(ConnectException.class);
            assertThat(mock.exchanges()).isEmpty();
        }
    }

    @Test
    void a_call_that_a_test_leaves_behind_does_not_reach_the_mock_of_the_next_test() {
        SampleRun.of(LeavesACallBehind.class).assertPassed(2);
    }

    @HandlekitMock
    static class AllAtOnce {
        private static final CyclicBarrier ALL = new CyclicBarrier(2);

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
    void tests_at_the_same_time_have_a_mock_each() {
        SampleRun.of(AllAtOnce.class, PARALLEL, CONCURRENT).assertPassed(2);

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
        assertNothingListens();
    }

    @HandlekitMock
    static class BeforeAllTests {
        @BeforeAll
        static void before(MockOpenprovider mock) {
            SEEN.add(mock.baseUri());
        }

        @Test
        void never() {}
    }

    @HandlekitMock
    static class AfterAllTests {
        @Test
        void passes() {}

        @AfterAll
        static void after(MockOpenprovider mock) {
            SEEN.add(mock.baseUri());
        }
    }

    @HandlekitMock
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        OneInstance(MockOpenprovider mock) {
            SEEN.add(mock.baseUri());
        }

        @Test
        void never() {}
    }

    @Test
    void outside_of_a_test_there_is_no_mock_and_the_message_says_what_to_do() {
        for (Class<?> type : List.of(BeforeAllTests.class, AfterAllTests.class, OneInstance.class)) {
            SampleRun.of(type).assertRefused("each test has its own mock", "@BeforeEach", "shared = true");
        }
        assertThat(SEEN).isEmpty();
    }

    @HandlekitMock
    static class FailsInItsConstructor {
        FailsInItsConstructor(URI baseUri) {
            SEEN.add(baseUri);
            throw new IllegalStateException("on purpose");
        }

        @Test
        void never() {}
    }

    @Test
    void a_failing_constructor_leaves_no_mock_behind() {
        SampleRun.of(FailsInItsConstructor.class).assertRefused("on purpose");

        assertNothingListens();
    }

    @HandlekitMock(switches = {"token=issued", "numbering-start=7"})
    static class Strict {
        @Test
        void the_switches_are_set(MockOpenprovider mock, Customers customers) {
            assertThat(new RawClient(mock).get("/customers").status()).isEqualTo(401);
            assertThat(new BlockingCustomers(customers).create(ADA).value()).isEqualTo("AL000007-GB");
        }

        @Nested
        @HandlekitMock(documentationCustomer = true)
        class Inside {
            @Test
            void a_nested_class_has_the_settings_of_its_own_annotation(MockOpenprovider mock) {
                assertThat(new RawClient(mock).get("/customers").status()).isEqualTo(200);
                assertThat(mock.size()).isEqualTo(1);
            }
        }
    }

    @Test
    void switches_are_named_as_on_the_command_line() {
        SampleRun.of(Strict.class).assertPassed(2);
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
            SampleRun.of(bad).assertRefused("IllegalArgumentException", "token");
        }
    }
}
