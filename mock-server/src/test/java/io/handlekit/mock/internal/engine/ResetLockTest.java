package io.handlekit.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ResetLockTest {
    private static final Set<Thread.State> WAITS_OR_ENDED =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final ResetLock lock = new ResetLock();
    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_reset_waits_until_a_call_has_its_effect_and_its_record() throws InterruptedException {
        CountDownLatch record = new CountDownLatch(1);
        Thread call = pausing(record);
        Thread reset = started(() -> lock.reset(() -> ended.add("reset")));

        record.countDown();
        call.join();
        reset.join();

        assertThat(ended).containsExactly("call", "reset");
    }

    @Test
    void calls_that_come_after_a_reset_do_not_go_first() throws InterruptedException {
        CountDownLatch record = new CountDownLatch(1);
        Thread call = pausing(record);
        Thread reset = started(() -> lock.reset(() -> ended.add("reset")));
        Thread late = started(() -> lock.call(() -> ended.add("late call")));

        record.countDown();
        call.join();
        reset.join();
        late.join();

        assertThat(ended).containsExactly("call", "reset", "late call");
    }

    /** The thread of the first reset runs while the call is woken, so it would get the lock first. */
    @Test
    void resets_that_come_after_a_call_do_not_go_first() throws InterruptedException {
        CountDownLatch hasLock = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread resets = new Thread(() -> {
            lock.reset(() -> {
                hasLock.countDown();
                await(end);
                ended.add("reset");
            });
            lock.reset(() -> ended.add("late reset"));
        });
        resets.start();
        hasLock.await();
        Thread call = started(() -> lock.call(() -> ended.add("call")));

        end.countDown();
        resets.join();
        call.join();

        assertThat(ended).containsExactly("reset", "call", "late reset");
    }

    /** Starts a call that has the lock, and ends when it may. */
    private Thread pausing(CountDownLatch mayEnd) throws InterruptedException {
        CountDownLatch hasLock = new CountDownLatch(1);
        Thread thread = new Thread(() -> lock.call(() -> {
            hasLock.countDown();
            await(mayEnd);
            ended.add("call");
        }));
        thread.start();
        hasLock.await();
        return thread;
    }

    /** Starts a thread, and returns when it waits or has ended. */
    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        while (!WAITS_OR_ENDED.contains(thread.getState())) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void calls_do_not_wait_for_each_other() {
        lock.call(() -> {
            Thread other = new Thread(() -> lock.call(() -> ended.add("other")));
            other.start();
            join(other);
        });

        assertThat(ended).containsExactly("other");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
