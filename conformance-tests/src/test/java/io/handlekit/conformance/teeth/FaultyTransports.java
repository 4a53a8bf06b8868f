package io.handlekit.conformance.teeth;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.implementations.JdkFixture;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.net.URI;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.X509TrustManager;

/** Ways to put a fault into a sound transport. */
final class FaultyTransports {
    private static final int SLOTS = 64;

    private FaultyTransports() {}

    /** Sends in another way and closes the sound transport. */
    static HttpTransport closingWith(HttpTransport sound, Function<HttpCall, CompletionStage<HttpReply>> send) {
        return closing(send, sound::close);
    }

    static HttpTransport closing(Function<HttpCall, CompletionStage<HttpReply>> send, Runnable close) {
        return new HttpTransport() {
            @Override
            public CompletionStage<HttpReply> send(HttpCall call) {
                return send.apply(call);
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    /** Changes each call. */
    static UnaryOperator<HttpTransport> sending(UnaryOperator<HttpCall> change) {
        return sound -> closingWith(sound, call -> sound.send(change.apply(call)));
    }

    /** Changes each reply. */
    static UnaryOperator<HttpTransport> replying(UnaryOperator<HttpReply> change) {
        return sound -> closingWith(sound, call -> sound.send(call).thenApply(change));
    }

    /** Reports each failure as this kind. */
    static UnaryOperator<HttpTransport> failing(Kind kind) {
        return sound -> closingWith(
                sound,
                call -> sound.send(call)
                        .exceptionallyCompose(
                                failure -> CompletableFuture.failedFuture(new TransportFailure(kind, failure))));
    }

    static HttpTransport wrapping(HttpTransport sound) {
        return closingWith(
                sound,
                call -> sound.send(call)
                        .exceptionallyCompose(
                                failure -> CompletableFuture.failedFuture(new IllegalStateException(failure))));
    }

    static HttpTransport makingUpReplies(HttpTransport sound) {
        return closingWith(
                sound, call -> sound.send(call).exceptionally(failure -> new HttpReply(502, "", new byte[0])));
    }

    static HttpTransport throwing(HttpTransport sound) {
        return closingWith(sound, call -> {
            CompletionStage<HttpReply> stage = sound.send(call);
            if (stage.toCompletableFuture().isCompletedExceptionally()) {
                throw new IllegalStateException("thrown");
            }
            return stage;
        });
    }

    static HttpTransport followingRedirects(HttpTransport sound) {
        return closingWith(
                sound,
                call -> sound.send(call).thenCompose(reply -> {
                    URI elsewhere = call.uri().resolve(reply.header("Location"));
                    return reply.status() / 100 == 3
                            ? sound.send(new HttpCall(call.method(), elsewhere, call.headers(), call.body()))
                            : CompletableFuture.completedFuture(reply);
                }));
    }

    static HttpTransport coalescing(HttpTransport sound) {
        Map<URI, CompletionStage<HttpReply>> underWay = new ConcurrentHashMap<>();
        return closingWith(sound, call -> underWay.computeIfAbsent(call.uri(), uri -> sound.send(call)));
    }

    /** Blocks until the reply, for a second at most. */
    static HttpTransport blocking(HttpTransport sound) {
        return closingWith(sound, call -> {
            CompletableFuture<HttpReply> stage =
                    sound.send(call).toCompletableFuture().orTimeout(1, TimeUnit.SECONDS);
            try {
                stage.join();
            } catch (CompletionException late) {
                return stage;
            }
            return stage;
        });
    }

    /** Returns a copy of the stage, so cancelling it does not cancel the call. */
    static HttpTransport uncancelled(HttpTransport sound) {
        return closingWith(sound, call -> sound.send(call).toCompletableFuture().copy());
    }

    static HttpTransport neverFreeingSlots(HttpTransport sound) {
        AtomicInteger taken = new AtomicInteger();
        return closingWith(sound, call -> {
            if (taken.get() == SLOTS) {
                return CompletableFuture.failedFuture(new TransportFailure(Kind.CONNECT, null));
            }
            return whenCancelled(sound.send(call), taken::incrementAndGet);
        });
    }

    static CompletionStage<HttpReply> whenCancelled(CompletionStage<HttpReply> stage, Runnable action) {
        stage.whenComplete((reply, failure) -> {
            if (failure instanceof CancellationException) {
                action.run();
            }
        });
        return stage;
    }

    static HttpTransport keepingCalls(HttpTransport sound) {
        Deque<HttpCall> calls = new ConcurrentLinkedDeque<>();
        return closingWith(sound, call -> {
            calls.addLast(call);
            return sound.send(calls.getLast());
        });
    }

    static TransportFixture trustingEveryCertificate() {
        return opening(
                () -> JdkFixture.trusting(new TrustAllManager()), trust -> JdkFixture.trusting(new TrustAllManager()));
    }

    static TransportFixture ignoringTheTrustManager() {
        return opening(JdkTransport::new, trust -> new JdkTransport());
    }

    private static TransportFixture opening(
            TransportFixture plain, Function<X509TrustManager, HttpTransport> trusting) {
        return new TransportFixture() {
            @Override
            public HttpTransport open() {
                return plain.open();
            }

            @Override
            public Optional<HttpTransport> openTrusting(X509TrustManager trust) {
                return Optional.of(trusting.apply(trust));
            }
        };
    }
}
