package io.handlekit.conformance.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only threads that a transport started count as leftovers. */
class LeftoverThreadsTest {
    /** The JVM keeps these threads from JDK 21 on. Counting them would fail T24 for a transport on virtual threads. */
    @ParameterizedTest
    @CsvSource({
        "CarrierThreads, ForkJoinPool-1-worker-1",
        "InnocuousThreadGroup, VirtualThread-unparker",
        "InnocuousThreadGroup, VirtualThread-unblocker",
        "InnocuousThreadGroup, Read-Poller",
        "InnocuousThreadGroup, MasterPoller"
    })
    void the_threads_of_the_JVM_for_virtual_threads_are_not_leftovers(String group, String name) {
        LeftoverThreads leftovers = LeftoverThreads.sinceNow();
        Thread thread = new Thread(new ThreadGroup(group), () -> LockSupport.parkNanos(Long.MAX_VALUE), name);
        thread.setDaemon(true);
        thread.start();

        try {
            assertThat(leftovers.names()).isEmpty();
        } finally {
            thread.interrupt();
        }
    }
}
