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
    void waits_are_ended_with_all_others_whether_they_have_begun_or_not() {
        CompletableFuture<Void> begun = waiting.forMillis(600_000);

        waiting.end();

        assertThat(begun).isCancelled();
        assertThat(waiting.forMillis(600_000)).isCancelled();
        assertThat(waiting.forMillis(0)).isCancelled();
    }

    @Test
    void nothing_is_done_when_all_is_over() {
        AtomicBoolean isDone = new AtomicBoolean();
        assertThat(waiting.<Boolean>unlessOver(() -> true)).isTrue();

        waiting.end();

        assertThatThrownBy(() -> waiting.unlessOver(() -> isDone.getAndSet(true)))
                .isInstanceOf(CancellationException.class);
        assertThat(isDone).isFalse();
    }

    @Test
    void whoever_ends_all_gets_to_see_what_was_being_done() throws Exception {
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
