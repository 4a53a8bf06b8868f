package io.handlekit.conformance.internal.server;

import io.handlekit.conformance.internal.check.Patience;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The threads that have been started since a moment and are still alive.
 *
 * @param before the threads that were alive at that moment
 */
public record LeftoverThreads(Set<Thread> before) {
    private static final int PATIENCE_SECONDS = 10;

    /** Threads of the JVM and of the test server, which come and go by themselves. */
    private static final Pattern OF_OTHERS = Pattern.compile(ScriptedServer.THREADS
            + "|ForkJoinPool\\.commonPool-.*|CompletableFutureDelayScheduler|Common-Cleaner|Keep-Alive-.*"
            + "|process reaper.*|Attach Listener|surefire-.*|VirtualThread-.*|(Read-|Write-|Master-?)Poller.*");

    /** The thread group of the JVM's threads that carry virtual ones. */
    private static final String CARRIERS = "CarrierThreads";

    /** Records the threads that are alive now. */
    public static LeftoverThreads sinceNow() {
        return new LeftoverThreads(threads());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !isOfOthers(thread))
                .collect(Collectors.toSet());
    }

    private static boolean isOfOthers(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return OF_OTHERS.matcher(thread.getName()).matches()
                || (group != null && group.getName().equals(CARRIERS));
    }

    /** Verifies that every thread started since then ends. Collects garbage meanwhile, which may be what ends one. */
    public void verifyGone() {
        if (!Patience.untilCollected(() -> left().isEmpty(), PATIENCE_SECONDS)) {
            throw new AssertionError("expected no thread of the closed transport, got " + left());
        }
    }

    private Set<Thread> left() {
        Set<Thread> left = threads();
        left.removeAll(before);
        return left;
    }

    @Override
    public String toString() {
        return before.size() + " threads";
    }
}
