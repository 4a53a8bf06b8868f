package io.handlekit.http.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of a client, from its first delayed action until it is closed. */
@Timeout(60)
class CallTimerTest {
    @Test
    void closing_ends_the_thread_of_the_timer_and_those_of_the_executor() throws Exception {
        CompletableFuture<Thread> ofTheTimer = new CompletableFuture<>();
        CompletableFuture<Thread> ofTheExecutor = new CompletableFuture<>();
        CallTimer inPlace = new CallTimer(null, Runnable::run);
        CallTimer timer = new CallTimer(null, null);
        inPlace.run(Duration.ZERO, () -> ofTheTimer.complete(Thread.currentThread()));
        timer.run(Duration.ZERO, () -> ofTheExecutor.complete(Thread.currentThread()));
        Thread first = ofTheTimer.get(30, TimeUnit.SECONDS);
        Thread second = ofTheExecutor.get(30, TimeUnit.SECONDS);

        inPlace.close();
        timer.close();

        first.join(20_000);
        second.join(20_000);
        assertThat(first.isAlive()).isFalse();
        assertThat(second.isAlive()).isFalse();
        assertThat(first).matches(Thread::isDaemon).extracting(Thread::getName).isEqualTo("handlekit-timer");
        assertThat(second).matches(Thread::isDaemon).extracting(Thread::getName).isEqualTo("handlekit-late");
    }

    @Test
    void a_closed_timer_takes_no_action() {
        CallTimer timer = new CallTimer(null, null);
        timer.close();

        assertThatThrownBy(() -> timer.run(Duration.ZERO, () -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void an_action_for_the_close_runs_even_if_the_timer_is_closed_already() {
        CallTimer timer = new CallTimer(null, null);
        CompletableFuture<Boolean> before = new CompletableFuture<>();
        CompletableFuture<Boolean> after = new CompletableFuture<>();
        CompletableFuture<Boolean> forgotten = new CompletableFuture<>();
        timer.onClose(() -> before.complete(true));
        Runnable action = () -> forgotten.complete(true);
        timer.onClose(action);
        timer.forget(action);

        timer.close();
        timer.onClose(() -> after.complete(true));

        assertThat(before).isCompleted();
        assertThat(after).isCompleted();
        assertThat(forgotten).isNotDone();
    }
}
