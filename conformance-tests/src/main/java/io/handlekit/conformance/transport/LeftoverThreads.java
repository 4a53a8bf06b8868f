package io.handlekit.conformance.transport;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpTransport;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a transport leaves behind, counted with patience.
 *
 * @param before the threads that were there before it
 */
record LeftoverThreads(Set<Thread> before) {
    static final int PATIENCE_SECONDS = 10;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Threads of the JVM and of the server, which come and go by themselves. */
    private static final Pattern OF_OTHERS = Pattern.compile(RudeServer.THREADS
            + "|ForkJoinPool\\.commonPool-.*|CompletableFutureDelayScheduler|Common-Cleaner|Keep-Alive-.*"
            + "|process reaper.*|Attach Listener|surefire-.*|VirtualThread-.*|(Read-|Write-|Master-?)Poller.*");

    /** Where the JVM has the threads that carry virtual ones. */
    private static final String CARRIERS = "CarrierThreads";

    static LeftoverThreads atPresent() {
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

    /** Waits until no thread is left that was not there before. */
    void mustGo() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Set<Thread> left = since();
        while (!left.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("threads that are left behind: " + left);
            }
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
            left = since();
        }
    }

    private Set<Thread> since() {
        Set<Thread> left = threads();
        left.removeAll(before);
        return left;
    }

    /** Makes a call, and holds neither it nor its outcome any longer than until it has been dealt with. */
    static List<WeakReference<Object>> of(HttpTransport transport, URI uri, Consumer<TransportCall> deal) {
        HttpCall call = TransportCall.call("POST", uri, "{}");
        TransportCall attempt = TransportCall.of(transport, call);
        deal.accept(attempt);
        return List.of(new WeakReference<>(call), new WeakReference<>(attempt.exchange()));
    }

    /** Waits until no more than so many of these calls are held by anyone. */
    static void mustBeForgotten(List<WeakReference<Object>> calls, int but) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        long held = held(calls);
        while (held > but) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(held + " of " + calls.size() + " calls that are over are still remembered");
            }
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
            held = held(calls);
        }
    }

    private static long held(List<WeakReference<Object>> calls) {
        return calls.stream().filter(call -> call.get() != null).count();
    }

    @Override
    public String toString() {
        return before.size() + " threads";
    }
}
