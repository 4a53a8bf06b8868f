package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

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
    void a_released_buffer_is_not_used_again() {
        ByteBufferPool pool = Listening.connector(new Server(), Listening.plain(new HttpConfiguration()))
                .getByteBufferPool();
        RetainableByteBuffer before = pool.acquire(8_192, false);
        before.release();

        assertThat(pool.acquire(8_192, false).getByteBuffer()).isNotSameAs(before.getByteBuffer());
    }
}
