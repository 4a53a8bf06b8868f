package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class ListeningTest {
    @Test
    void what_one_connection_gives_back_no_other_one_gets() {
        ByteBufferPool pool = Listening.connector(new Server(), Listening.plain(new HttpConfiguration()))
                .getByteBufferPool();
        RetainableByteBuffer before = pool.acquire(8_192, false);
        before.release();

        assertThat(pool.acquire(8_192, false).getByteBuffer()).isNotSameAs(before.getByteBuffer());
    }
}
