package io.handlekit.customers.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    @Test
    void a_scheduled_search_does_not_keep_the_program_from_ending() throws Exception {
        CompletableFuture<Boolean> daemon = new CompletableFuture<>();
        Scheduler.threads().execute(() -> daemon.complete(Thread.currentThread().isDaemon()));

        assertThat(daemon.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
