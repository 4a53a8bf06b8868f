package io.handlekit.mock.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final int BODIES = 60;
    private static final String LONG = "x".repeat(1 << 20);
    private static final long A_TENTH = BODIES / 10 * (long) LONG.length();

    @Test
    void names_that_clients_send_are_not_kept() {
        long before = used();
        for (int i = 0; i < BODIES; i++) {
            byte[] body = ("{\"" + LONG + i + "\":1}").getBytes(StandardCharsets.US_ASCII);
            assertThat(Json.read(body).size()).isEqualTo(1);
        }

        assertThat(used() - before).isLessThan(A_TENTH);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
