package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PendingCallsTest {
    private final PendingCalls waiting = new PendingCalls();

    @Test
    void end_cancels_running_waits_and_later_ones() {
        CompletableFuture<Void> begun = waiting.forMillis(600_000);

        waiting.end();

        assertThat(begun).isCancelled();
        assertThat(waiting.forMillis(600_000)).isCancelled();
        assertThat(waiting.forMillis(0)).isCancelled();
    }

    @Test
    void no_step_runs_after_the_end() {
        AtomicBoolean isDone = new AtomicBoolean();
        assertThat(waiting.<Boolean>unlessOver(() -> true)).isTrue();

        waiting.end();

        assertThatThrownBy(() -> waiting.unlessOver(() -> isDone.getAndSet(true)))
                .isInstanceOf(CancellationException.class);
        assertThat(isDone).isFalse();
    }

    @Test
    void end_waits_for_the_running_step() throws Exception {
        CountDownLatch doing = new CountDownLatch(1);
        AtomicBoolean isDone = new AtomicBoolean();
        CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(() -> waiting.unlessOver(() -> {
            doing.countDown();
            LockSupport.parkNanos(50_000_000);
            return !isDone.getAndSet(true);
        }));
        doing.await();

        waiting.end();

        assertThat(isDone).isTrue();
        assertThat(done.get()).isTrue();
    }
}
