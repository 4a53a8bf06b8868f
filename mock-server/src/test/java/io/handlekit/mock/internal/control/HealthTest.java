package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.testing.MockProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void a_mock_is_ready_until_its_memory_runs_out() {
        Health health = new Health();

        health.failed(new IllegalStateException());
        assertThat(health.isReady()).isTrue();
        health.failed(new CompletionException(new OutOfMemoryError()));
        assertThat(health.isReady()).isFalse();
    }

    @Test
    void the_process_exits_with_a_word_when_the_memory_runs_out() throws Exception {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                OutOfMemory.class.getName());

        try (MockProcess process = MockProcess.start(Map.of(), command)) {
            assertThat(process.rest()).isEqualTo("handlekit-mock: out of memory; start it with more, such as -Xmx1g");
            assertThat(process.exitCode()).isEqualTo(3);
        }
    }

    /** A process whose mock runs out of memory. */
    public static final class OutOfMemory {
        private OutOfMemory() {}

        public static void main(String[] args) throws InterruptedException {
            Health.exitWhenOutOfMemory();
            new Health().failed(new OutOfMemoryError());
            Thread.currentThread().join();
        }
    }
}
