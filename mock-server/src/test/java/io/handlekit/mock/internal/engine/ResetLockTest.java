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
        CountDownLatch effect = new CountDownLatch(1);
        CountDownLatch record = new CountDownLatch(1);
        Thread call = new Thread(() -> lock.call(() -> {
            effect.countDown();
            await(record);
            ended.add("call");
        }));
        call.start();
        effect.await();
        Thread reset = new Thread(() -> lock.reset(() -> ended.add("reset")));
        reset.start();
        while (!WAITS_OR_ENDED.contains(reset.getState())) {
            Thread.onSpinWait();
        }

        record.countDown();
        call.join();
        reset.join();

        assertThat(ended).containsExactly("call", "reset");
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
