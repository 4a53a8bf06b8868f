package io.handlekit.conformance.internal.server;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The threads that have been started since a moment and are still alive.
 *
 * @param before the threads that were alive at that moment
 */
public record LeftoverThreads(Set<Thread> before) {
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

    /** Returns a line for each thread started since then that is alive. */
    List<String> names() {
        return left().stream()
                .map(thread -> "the thread " + thread.getName())
                .sorted()
                .toList();
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
