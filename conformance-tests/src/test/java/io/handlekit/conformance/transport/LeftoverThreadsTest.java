package io.handlekit.conformance.transport;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftoverThreadsTest {
    /** From JDK 21 on: a transport on virtual threads could otherwise never keep rule T24. */
    @ParameterizedTest
    @CsvSource({
        "CarrierThreads, ForkJoinPool-1-worker-1",
        "InnocuousThreadGroup, VirtualThread-unparker",
        "InnocuousThreadGroup, VirtualThread-unblocker",
        "InnocuousThreadGroup, Read-Poller",
        "InnocuousThreadGroup, MasterPoller"
    })
    void what_the_JVM_has_for_virtual_threads_is_left_behind_by_nobody(String group, String name) {
        LeftoverThreads remains = LeftoverThreads.atPresent();
        Thread thread = new Thread(new ThreadGroup(group), () -> LockSupport.parkNanos(Long.MAX_VALUE), name);
        thread.setDaemon(true);
        thread.start();

        try {
            assertThatCode(remains::mustGo).doesNotThrowAnyException();
        } finally {
            thread.interrupt();
        }
    }
}
