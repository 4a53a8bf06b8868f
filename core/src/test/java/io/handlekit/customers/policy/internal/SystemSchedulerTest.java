package io.handlekit.customers.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The waits of the policies, and the threads on which they end. */
@Timeout(60)
class SystemSchedulerTest {
    private final Scheduler scheduler = Scheduler.system();

    @Test
    void a_wait_does_not_keep_the_program_from_ending() throws Exception {
        CompletableFuture<Boolean> daemon = new CompletableFuture<>();
        Executor looking = task -> SystemScheduler.SHARED_THREADS.execute(() -> {
            daemon.complete(Thread.currentThread().isDaemon());
            task.run();
        });
        scheduler.after(Duration.ofMillis(1), looking);

        assertThat(daemon.get(30, TimeUnit.SECONDS)).isTrue();
    }

    static Stream<Executor> executors_that_take_nothing() {
        Executor atTheThreadLimit = Executors.newCachedThreadPool(task -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        return Stream.of(atTheThreadLimit, task -> {
            throw new RejectedExecutionException();
        });
    }

    @ParameterizedTest
    @MethodSource("executors_that_take_nothing")
    void a_wait_ends_even_if_no_thread_can_be_started(Executor none) {
        assertThat(scheduler.after(Duration.ofMillis(1), none)).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void three_thousand_waits_end_on_a_few_threads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<?>> waits = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            waits.add(scheduler
                    .after(Duration.ofMillis(100), SystemScheduler.SHARED_THREADS)
                    .thenRun(() -> threads.add(Thread.currentThread())));
        }

        assertThat(CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(50));
        // The timer, its eight helpers, one for each that replaces an idle one, and this thread.
        assertThat(threads).hasSizeLessThan(50);
    }

    @Test
    void a_cancelled_wait_does_not_use_the_executor() {
        CompletableFuture<Boolean> used = new CompletableFuture<>();
        scheduler.after(Duration.ofMillis(50), task -> used.complete(true)).cancel(false);

        assertThat(scheduler.after(Duration.ofMillis(200), Runnable::run)).succeedsWithin(Duration.ofSeconds(30));
        assertThat(used).isNotDone();
    }
}
