package io.handlekit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.spring.internal.properties.InvalidPropertiesException;
import io.handlekit.spring.testing.StubService;
import org.junit.jupiter.api.Test;

/** Tests of {@code openprovider.transport}. */
class TransportChoiceTest {
    private static final HttpTransport VERTX = StubService.silent();

    /** Does what Vert.x 5 does with Netty 4.1. */
    private static HttpTransport unfit() {
        throw new NoClassDefFoundError("io/netty/channel/MultiThreadIoEventLoopGroup");
    }

    @Test
    void auto_is_vertx_if_it_works_and_otherwise_the_jdk_s_client() {
        assertThat(TransportChoice.AUTO.create(() -> VERTX)).isSameAs(VERTX);
        try (HttpTransport transport = TransportChoice.AUTO.create(TransportChoiceTest::unfit)) {
            assertThat(transport).isInstanceOf(JdkTransport.class);
        }
    }

    @Test
    void jdk_does_not_touch_vertx() {
        try (HttpTransport transport = TransportChoice.JDK.create(TransportChoiceTest::unfit)) {
            assertThat(transport).isInstanceOf(JdkTransport.class);
        }
    }

    @Test
    void vertx_that_does_not_work_is_an_error_that_says_what_it_needs() {
        assertThat(TransportChoice.VERTX.create(() -> VERTX)).isSameAs(VERTX);
        assertThatThrownBy(() -> TransportChoice.VERTX.create(TransportChoiceTest::unfit))
                .isInstanceOf(InvalidPropertiesException.class)
                .hasMessageContaining("openprovider.transport is vertx")
                .hasMessageContaining("MultiThreadIoEventLoopGroup")
                .hasMessageContaining("Netty 4.2.18");
    }
}
