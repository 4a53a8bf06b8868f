package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.FaultyTransports.closing;
import static io.handlekit.conformance.teeth.FaultyTransports.closingWith;
import static io.handlekit.conformance.teeth.FaultyTransports.whenCancelled;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Ways to end calls and transports wrongly. */
final class FaultyClosing {
    private static final AtomicBoolean LIBRARY = new AtomicBoolean();

    private FaultyClosing() {}

    static HttpTransport neverClosing(HttpTransport sound) {
        return new HttpTransport() {
            @Override
            public CompletionStage<HttpReply> send(HttpCall call) {
                return sound.send(call);
            }
        };
    }

    static HttpTransport neverReturning(HttpTransport sound) {
        return closing(sound::send, () -> {
            sound.close();
            LockSupport.parkNanos(Long.MAX_VALUE);
        });
    }

    /** Ends a call every 50 ms: each of them soon, and all together far too late. */
    static HttpTransport endingOneByOne(HttpTransport sound) {
        Deque<CompletableFuture<HttpReply>> calls = new ConcurrentLinkedDeque<>();
        return closing(
                call -> {
                    calls.add(sound.send(call).toCompletableFuture());
                    return calls.getLast();
                },
                () -> {
                    for (CompletableFuture<HttpReply> call : calls) {
                        call.completeExceptionally(new TransportFailure(Kind.EXCHANGE, null));
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                    }
                    sound.close();
                });
    }

    static HttpTransport givingUpEarly(HttpTransport sound) {
        return closingWith(sound, call -> sound.send(call).toCompletableFuture().orTimeout(5, TimeUnit.SECONDS));
    }

    static HttpTransport closingWhenCancelled(HttpTransport sound) {
        return closingWith(sound, call -> whenCancelled(sound.send(call), sound::close));
    }

    static HttpTransport leavingAThread(HttpTransport sound) {
        Thread thread = new Thread(() -> LockSupport.parkNanos(Long.MAX_VALUE), "left behind");
        thread.setDaemon(true);
        thread.start();
        return sound;
    }

    /** One thread for all transports, as some libraries keep it. The first transport starts it. */
    static HttpTransport keepingALibrarysThread(HttpTransport sound) {
        if (LIBRARY.compareAndSet(false, true)) {
            leavingAThread(sound);
        }
        return sound;
    }
}
