package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class ListeningTest {
    @Test
    void an_ipv6_host_may_be_in_brackets() {
        Listening listening = Listening.DEFAULTS.host("[::1]").port(8080);

        assertThat(listening).hasToString("Listening[::1:8080]");
        assertThat(listening.uri(8080, "")).hasToString("http://[::1]:8080");
    }

    @Test
    void a_released_buffer_of_input_is_not_used_again_and_one_of_output_is() {
        ByteBufferPool pool = Listening.connector(new Server(), Listening.plain(new HttpConfiguration()))
                .getByteBufferPool();

        assertThat(acquireAndRelease(pool, Buffers.INPUT_IS_DIRECT))
                .isNotSameAs(acquireAndRelease(pool, Buffers.INPUT_IS_DIRECT));
        assertThat(acquireAndRelease(pool, Buffers.OUTPUT_IS_DIRECT))
                .isSameAs(acquireAndRelease(pool, Buffers.OUTPUT_IS_DIRECT));
    }

    private static ByteBuffer acquireAndRelease(ByteBufferPool pool, boolean isDirect) {
        RetainableByteBuffer buffer = pool.acquire(8_192, isDirect);
        ByteBuffer bytes = buffer.getByteBuffer();
        buffer.release();
        return bytes;
    }
}
