package io.handlekit.conformance.internal.server;

import io.handlekit.conformance.internal.check.FailureText;
import io.handlekit.conformance.internal.check.Patience;
import io.handlekit.http.transport.HttpTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The end of a transport. What closing it must end has ten seconds in all, not ten seconds each, and the first part that
 * is not over then is named. The transport is closed on a thread of its own, so that a {@code close} that never returns
 * is named too.
 */
public final class Closing {
    /** The time that everything has together. */
    public static final int SECONDS = 10;

    private final CompletableFuture<Void> closed;
    private final List<Supplier<List<String>>> parts = new ArrayList<>();

    private Closing(CompletableFuture<Void> closed) {
        this.closed = closed;
        parts.add(() -> closed.isDone() ? List.of() : List.of("the call of close()"));
    }

    /** Begins to close the transport. */
    public static Closing of(HttpTransport transport) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        transport.close();
                        closed.complete(null);
                    } catch (Throwable thrown) {
                        closed.completeExceptionally(thrown);
                    }
                },
                ScriptedServer.THREADS);
        thread.setDaemon(true);
        thread.start();
        return new Closing(closed);
    }

    /** Adds calls that must be over. */
    public Closing ending(List<TransportCall> calls) {
        parts.add(() -> calls.stream()
                .filter(call -> !call.isDone())
                .map(TransportCall::toString)
                .toList());
        return this;
    }

    /** Adds the connections to a server, which the transport must close. */
    public Closing ending(ScriptedServer server) {
        parts.add(server::openConnections);
        return this;
    }

    /** Adds the threads of the transport, which must end. */
    public Closing ending(LeftoverThreads threads) {
        parts.add(threads::names);
        return this;
    }

    /** Verifies that all parts end. */
    public void verify() {
        verify(Patience.until(this::isOver, SECONDS));
    }

    /** Verifies the same, and collects garbage meanwhile, which may be what ends a thread. */
    public void verifyWhileCollecting() {
        verify(Patience.untilCollected(this::isOver, SECONDS));
    }

    private boolean isOver() {
        return parts.stream().allMatch(part -> part.get().isEmpty());
    }

    private void verify(boolean over) {
        if (!over) {
            List<String> laggards =
                    parts.stream().flatMap(part -> part.get().stream()).toList();
            throw new AssertionError("expected close() to end everything within " + SECONDS + " s, but it did not end "
                    + first(laggards));
        }
        try {
            closed.join();
        } catch (CompletionException thrown) {
            throw new AssertionError(
                    "expected close() to succeed, but it threw " + FailureText.of(thrown.getCause()),
                    thrown.getCause());
        }
    }

    private static String first(List<String> laggards) {
        // What was late a moment ago may have ended meanwhile.
        String first = laggards.isEmpty() ? "something that has just ended" : laggards.get(0);
        return laggards.size() < 2 ? first : first + ", nor " + (laggards.size() - 1) + " more";
    }
}
