package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.testing.ManualTimer;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deadlines that are never lost, the threads that watch them, and what a late call says about its effect. */
class LateCallsTest extends ClientTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final ManualTimer timer = new ManualTimer();

    private HttpCustomers.Builder timed() {
        return builder(HERE).timer(timer).executor(Runnable::run).deadline(DEADLINE);
    }

    private static Unavailable late(CompletableFuture<?> call) {
        assertThat(call).isCompletedExceptionally();
        return (Unavailable) call.handle((value, failure) -> failure).join();
    }

    static Stream<Executor> executors_that_take_nothing() {
        ExecutorService atTheThreadLimit = Executors.newCachedThreadPool(work -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        return Stream.of(atTheThreadLimit, work -> {
            throw new RejectedExecutionException();
        });
    }

    @ParameterizedTest
    @MethodSource("executors_that_take_nothing")
    void silent_calls_end_by_their_deadline_even_if_no_thread_can_be_started(Executor none) {
        HttpCustomers customers = timed().executor(none).build();
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            calls.add(customers.delete(HANDLE).toCompletableFuture());
        }

        timer.forward(DEADLINE.minusNanos(1));
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        timer.forward(Duration.ofNanos(1));

        assertThat(calls)
                .allSatisfy(call -> assertThat(late(call))
                        .hasMessage("no reply within the deadline of PT30S")
                        .matches(Unavailable::mayHaveTakenEffect));
        assertThat(service.pending()).allMatch(CompletableFuture::isCancelled);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void three_thousand_late_calls_complete_on_a_few_threads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (HttpCustomers customers = HttpCustomers.builder(HERE)
                .transport(service)
                .credentials(Credentials.token("given"))
                .deadline(Duration.ofMillis(200))
                .build()) {
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                calls.add(customers
                        .get(HANDLE)
                        .handle((customer, failure) -> threads.add(Thread.currentThread()))
                        .toCompletableFuture());
            }

            assertThat(CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(Duration.ofSeconds(50));
        }
        // The timer, its eight helpers, one for each that replaces an idle one, and this thread.
        assertThat(threads).hasSizeLessThan(50);
    }

    @Test
    void a_call_that_no_timer_watches_is_not_sent() {
        ScheduledExecutorService shutDown = Executors.newSingleThreadScheduledExecutor();
        shutDown.shutdown();

        Unavailable failure =
                late(timed().timer(shutDown).build().delete(HANDLE).toCompletableFuture());

        assertThat(failure).hasMessage("no timer watches the deadline; the call was not sent");
        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void a_retry_waits_on_the_same_timer() {
        service.answer(CompletableFuture.failedFuture(new TransportFailure(TransportFailure.Kind.EXCHANGE, null)))
                .answer(200, CUSTOMER);
        CompletableFuture<?> call = timed().build().get(HANDLE).toCompletableFuture();
        assertThat(call).isNotDone();

        timer.forward(Duration.ofSeconds(1));

        assertThat(call).isCompleted();
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void closing_fails_the_calls_in_flight_and_sends_no_other() {
        HttpCustomers customers = timed().build();
        CompletableFuture<?> write = customers.delete(HANDLE).toCompletableFuture();
        CompletableFuture<?> read = customers.get(HANDLE).toCompletableFuture();

        customers.close();
        customers.close();

        assertThat(late(write)).hasMessage("the client is closed").matches(Unavailable::mayHaveTakenEffect);
        assertThat(late(read).mayHaveTakenEffect()).isFalse();
        assertThat(service.pending()).hasSize(2).allMatch(CompletableFuture::isCancelled);
        assertThat(late(customers.delete(HANDLE).toCompletableFuture()))
                .hasMessage("the client is closed; the call was not sent")
                .matches(failure -> !failure.mayHaveTakenEffect());
        assertThat(service.calls()).hasSize(2);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void closing_ends_a_login_and_the_calls_that_wait_for_it() {
        HttpCustomers customers =
                timed().credentials(Credentials.login("reseller", "pa55word")).build();
        CompletableFuture<?> call = customers.delete(HANDLE).toCompletableFuture();

        customers.close();

        assertThat(late(call).mayHaveTakenEffect()).isFalse();
        assertThat(service.pending()).singleElement().matches(CompletableFuture::isCancelled);
        assertThat(service.log()).containsExactly("POST /v1/auth/login -");
    }

    @Test
    void a_timer_and_an_executor_that_were_passed_in_stay_open() {
        ScheduledExecutorService shared = Executors.newSingleThreadScheduledExecutor();
        try {
            builder(HERE).timer(shared).executor(shared).build().close();

            assertThat(shared.isShutdown()).isFalse();
        } finally {
            shared.shutdownNow();
        }
    }

    /** Returns the failure of a late delete whose transport treats the call in this way. */
    private Unavailable lateDelete(Consumer<HttpCall> transport) {
        HttpTransport silent = call -> {
            transport.accept(call);
            return new CompletableFuture<>();
        };
        CompletableFuture<?> call =
                timed().transport(silent).build().delete(HANDLE).toCompletableFuture();
        timer.forward(DEADLINE);
        return late(call);
    }

    @Test
    void a_late_call_that_the_transport_still_holds_had_no_effect_and_never_departs() {
        List<HttpCall> held = new ArrayList<>();

        Unavailable failure = lateDelete(call -> {
            call.hold();
            held.add(call);
        });

        assertThat(failure).hasMessage("no reply within the deadline of PT30S; the call was not sent");
        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(held.get(0).depart()).isFalse();
    }

    @Test
    void a_late_call_that_departed_or_that_the_transport_said_nothing_of_may_have_taken_effect() {
        assertThat(lateDelete(call -> {}).mayHaveTakenEffect()).isTrue();
        assertThat(lateDelete(call -> {
                            call.hold();
                            call.depart();
                        })
                        .mayHaveTakenEffect())
                .isTrue();
    }

    @Test
    void a_call_may_be_sent_until_shortly_before_its_deadline() {
        List<Duration> left = new ArrayList<>();

        lateDelete(call -> left.add(call.timeToSend()));
        new BlockingCustomers(timed().deadline(Duration.ofNanos(1))
                        .transport(call -> {
                            left.add(call.timeToSend());
                            return service.answer(200, DONE).send(call);
                        })
                        .build())
                .delete(HANDLE);

        assertThat(left.get(0)).isLessThanOrEqualTo(DEADLINE.minusMillis(100)).isPositive();
        assertThat(left.get(1)).isLessThanOrEqualTo(Duration.ZERO);
    }
}
