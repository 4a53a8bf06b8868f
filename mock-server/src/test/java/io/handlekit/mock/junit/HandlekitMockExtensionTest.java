package io.handlekit.mock.junit;

import static io.handlekit.mock.junit.SampleRun.CONCURRENT;
import static io.handlekit.mock.junit.SampleRun.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.ManualClock;
import io.handlekit.mock.testing.RawClient;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The promises of the registered extension. JUnit runs sample classes. */
class HandlekitMockExtensionTest {
    private static final MockOptions WITH_ADA = MockOptions.defaults().customers("[" + ApiTest.ADA + "]");

    static class WithOptions {
        static final ManualClock CLOCK = new ManualClock();

        @RegisterExtension
        static final HandlekitMockExtension MOCK = HandlekitMockExtension.with(WITH_ADA.clock(CLOCK))
                .faults(Fault.status(503).atMost(1));

        @RepeatedTest(2)
        void each_test_starts_with_them(MockOpenprovider mock, URI baseUri) {
            RawClient client = new RawClient(baseUri);
            assertThat(client.get("/customers").status()).isEqualTo(503);
            assertThat(client.get("/customers").status()).isEqualTo(200);
            assertThat(mock.size()).isEqualTo(1);
            client.send("POST", "/customers", ApiTest.ADA);
            assertThat(MOCK.mock()).isSameAs(mock);
        }

        @Nested
        class Inside {
            @Test
            void a_nested_class_has_them_too(MockOpenprovider mock) {
                assertThat(mock.size()).isEqualTo(1);
                assertThat(mock.faults()).hasSize(1);
                assertThat(MOCK.mock()).isSameAs(mock);
            }
        }
    }

    @Test
    void the_mock_of_each_test_has_the_options_and_the_faults() {
        SampleRun.of(WithOptions.class).assertPassed(3);
    }

    static class WithTls {
        @RegisterExtension
        static final HandlekitMockExtension MOCK =
                HandlekitMockExtension.with(MockOptions.defaults().tls(context()));

        private static SSLContext context() {
            try {
                return SSLContext.getDefault();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Test
        void listens_for_https(URI baseUri) {
            assertThat(baseUri).hasScheme("https");
        }
    }

    @Test
    void the_mock_can_listen_for_https() {
        SampleRun.of(WithTls.class).assertPassed(1);
    }

    static class OfTheInstance {
        @RegisterExtension
        final HandlekitMockExtension extension = HandlekitMockExtension.with(WITH_ADA);

        private final CyclicBarrier all = Together.ALL;

        @Test
        void one(MockOpenprovider mock) throws Exception {
            all.await(60, TimeUnit.SECONDS);
            assertThat(extension.mock()).isSameAs(mock);
            assertThat(mock.size()).isEqualTo(1);
            all.await(60, TimeUnit.SECONDS);
        }

        @Test
        void other(MockOpenprovider mock) throws Exception {
            one(mock);
        }
    }

    private static final class Together {
        static final CyclicBarrier ALL = new CyclicBarrier(2);
    }

    @Test
    void a_field_of_the_instance_knows_the_mock_of_its_own_test() {
        SampleRun.of(OfTheInstance.class, PARALLEL, CONCURRENT).assertPassed(2);
    }

    static class SeveralAtOnce {
        private static final CyclicBarrier ALL = new CyclicBarrier(2);

        @RegisterExtension
        static final HandlekitMockExtension MOCK = HandlekitMockExtension.with(MockOptions.defaults());

        @Test
        void one() throws Exception {
            ALL.await(60, TimeUnit.SECONDS);
            assertThatThrownBy(MOCK::mock)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("parameter");
            ALL.await(60, TimeUnit.SECONDS);
        }

        @Test
        void other() throws Exception {
            one();
        }
    }

    @Test
    void a_static_field_refuses_to_choose_between_the_mocks_of_concurrent_tests() {
        SampleRun.of(SeveralAtOnce.class, PARALLEL, CONCURRENT).assertPassed(2);
    }

    static class Shared {
        @RegisterExtension
        static final HandlekitMockExtension MOCK =
                HandlekitMockExtension.with(WITH_ADA).faults(Fault.status(503)).shared();

        static URI atTheStart;

        @BeforeAll
        static void before(URI baseUri) {
            atTheStart = baseUri;
            assertThat(MOCK.mock().baseUri()).isEqualTo(baseUri);
        }

        @RepeatedTest(2)
        void a_test(MockOpenprovider mock) {
            assertThat(mock.baseUri()).isEqualTo(atTheStart);
            assertThat(mock.size()).isEqualTo(1);
            assertThat(mock.faults()).hasSize(1);
            mock.seed("[" + ApiTest.ADA + "]");
            mock.faults(List.of());
        }
    }

    @Test
    void a_shared_mock_starts_each_test_with_the_options_and_faults() {
        SampleRun.of(Shared.class).assertPassed(2);
        assertThatThrownBy(Shared.MOCK::mock)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no mock is open");
    }

    static class SharedByTheInstance {
        @RegisterExtension
        final HandlekitMockExtension extension =
                HandlekitMockExtension.with(MockOptions.defaults()).shared();

        @Test
        void never() {}
    }

    @Test
    void a_shared_mock_in_a_field_of_the_instance_is_refused() {
        SampleRun.of(SharedByTheInstance.class).assertRefused("static field");
    }

    abstract static class Base {
        @RegisterExtension
        static final HandlekitMockExtension MOCK =
                HandlekitMockExtension.with(WITH_ADA).shared();

        @Test
        void a_test(MockOpenprovider mock) {
            assertThat(MOCK.mock()).isSameAs(mock);
            assertThat(mock.size()).isEqualTo(1);
        }
    }

    static class First extends Base {}

    static class Second extends Base {}

    @Test
    void the_field_of_a_base_class_serves_each_class_that_extends_it() {
        SampleRun.of(First.class).assertPassed(1);
        SampleRun.of(Second.class).assertPassed(1);
    }

    @ExtendWith(HandlekitMockExtension.class)
    static class Extended {
        @Test
        void a_test(MockOpenprovider mock) {
            assertThat(mock.size()).isZero();
        }
    }

    @Test
    void without_annotation_or_options_the_mock_has_the_defaults() {
        SampleRun.of(Extended.class).assertPassed(1);
    }
}
