package io.handlekit.customers.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Ambiguous;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.policy.FakeCustomers.CreateFault;
import io.handlekit.customers.policy.FakeCustomers.ReadFault;
import io.handlekit.customers.policy.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When {@link CreateOnce} searches, for how long, for which callers, and what it keeps in memory. */
class CreateOnceTimingTest {
    private static final Reference REFERENCE = new Reference("order-4711");
    private static final Duration SETTLE_TIME = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime();
    private final FakeCustomers service = new FakeCustomers(time);
    private final CreateOnce once = newProcess();

    private CreateOnce newProcess() {
        return CreateOnce.builder(service).time(time, () -> 1).build();
    }

    private CompletableFuture<CustomerHandle> startCreate() {
        return once.create(REFERENCE, Drafts.ADA).toCompletableFuture();
    }

    private static CustomersFailure failure(CompletableFuture<?> outcome) {
        assertThat(outcome).isCompletedExceptionally();
        return (CustomersFailure) outcome.handle((value, failure) -> failure).join();
    }

    @Test
    void after_an_uncertain_create_it_searches_until_the_customer_appears() {
        service.createFaults.add(new CreateFault.Late(Duration.ofSeconds(12)));
        CompletableFuture<CustomerHandle> outcome = startCreate();

        time.pass(Duration.ofSeconds(11));
        assertThat(outcome).isNotDone();
        time.passAll();
        assertThat(outcome).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void it_searches_at_once_then_after_delays_that_double_and_last_at_the_end_of_the_settle_time() {
        service.createFaults.add(new CreateFault.Lost());
        startCreate();
        List<Long> searches = new ArrayList<>();
        for (int seen = service.count("list"); time.elapsed().compareTo(SETTLE_TIME) <= 0; ) {
            time.pass(Duration.ofMillis(1));
            if (service.count("list") > seen) {
                seen = service.count("list");
                searches.add(time.elapsed().toMillis());
            }
        }

        assertThat(searches).containsExactly(235L, 704L, 1_641L, 3_516L, 7_266L, 14_766L, 22_266L, 29_766L, 30_000L);
    }

    @Test
    void a_customer_that_does_not_appear_is_created_again_only_by_another_call() {
        service.createFaults.add(new CreateFault.Lost());
        CompletableFuture<CustomerHandle> outcome = startCreate();
        time.passAll();

        assertThat(failure(outcome)).isInstanceOf(Unavailable.class).hasMessage("no reply");
        assertThat(failure(outcome).mayHaveTakenEffect()).isTrue();
        assertThat(time.elapsed()).isEqualTo(SETTLE_TIME);
        assertThat(service.count("create")).isEqualTo(1);

        int searches = service.count("list");
        assertThat(startCreate()).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.count("list")).isEqualTo(searches + 1);
    }

    @Test
    void the_last_search_begins_when_the_settle_time_is_over_however_long_searches_take() {
        service.latency = Duration.ofMillis(2_500); // so a search is in progress from 34.8 s to 37.3 s
        service.createFaults.add(new CreateFault.Late(Duration.ofMillis(32_400))); // at 34.9 s
        CompletableFuture<CustomerHandle> outcome = startCreate();
        time.passAll();

        assertThat(outcome).isCompletedWithValue(service.stored().get(0).handle());
    }

    @Test
    void searches_that_fail_temporarily_are_repeated_until_the_settle_time_is_over() {
        service.createFaults.add(new CreateFault.Late(Duration.ofSeconds(29)));
        service.listFaults.add(ReadFault.NONE);
        for (int i = 0; i < 4; i++) {
            service.listFaults.addAll(List.of(ReadFault.UNAVAILABLE, ReadFault.THROTTLED));
        }
        CompletableFuture<CustomerHandle> outcome = startCreate();
        time.passAll();

        assertThat(outcome).isCompletedWithValue(service.stored().get(0).handle());
    }

    @Test
    void a_rejected_search_ends_the_call_as_uncertain_with_the_rejection_suppressed() {
        service.createFaults.add(new CreateFault.Lost());
        service.listFaults.addAll(List.of(ReadFault.NONE, ReadFault.REJECTED, ReadFault.REJECTED));
        CompletableFuture<CustomerHandle> outcome = startCreate();

        assertThat(failure(outcome).mayHaveTakenEffect()).isTrue();
        assertThat(failure(outcome).getSuppressed()).hasSize(1).hasOnlyElementsOfType(Rejected.class);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void a_call_after_one_that_ended_early_waits_for_the_create_of_that_one() {
        service.createFaults.add(new CreateFault.Late(Duration.ofSeconds(20)));
        service.listFaults.addAll(List.of(ReadFault.NONE, ReadFault.REJECTED, ReadFault.REJECTED));
        startCreate();
        CompletableFuture<CustomerHandle> second = startCreate();
        time.passAll();

        assertThat(second).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.stored()).hasSize(1);
    }

    @Test
    void several_customers_that_appear_after_an_uncertain_create_may_be_an_effect_of_this_call() {
        service.createFaults.add(new CreateFault.Late(Duration.ofMillis(100)));
        CompletableFuture<CustomerHandle> outcome = startCreate();
        newProcess().create(REFERENCE, Drafts.ADA);
        time.passAll();

        assertThat(service.stored()).hasSize(2);
        assertThat(failure(outcome)).isInstanceOf(Ambiguous.class);
        assertThat(failure(outcome).mayHaveTakenEffect()).isTrue();
    }

    @Test
    void calls_at_the_same_time_share_one_create_and_cancelling_one_does_not_affect_the_others() {
        service.latency = Duration.ofSeconds(1);
        CompletableFuture<CustomerHandle> first = startCreate();
        CompletableFuture<CustomerHandle> second = startCreate();
        time.pass(Duration.ofMillis(1_500));
        CompletableFuture<CustomerHandle> third = startCreate();
        first.cancel(true);
        time.passAll();

        assertThat(first).isCancelled();
        assertThat(second).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(third).isCompletedWithValue(second.join());
        assertThat(service.calls).containsExactly("list", "create");
    }

    @Test
    void calls_with_different_references_do_not_wait_for_each_other() {
        service.createFaults.add(new CreateFault.Lost());
        startCreate();

        assertThat(once.create(new Reference("order-4712"), Drafts.ADA).toCompletableFuture())
                .isCompleted();
    }

    @Test
    void when_the_last_caller_cancels_no_search_follows() {
        service.createFaults.add(new CreateFault.Lost());
        CompletableFuture<CustomerHandle> first = startCreate();
        CompletableFuture<CustomerHandle> second = startCreate();
        first.cancel(true);
        second.cancel(true);
        int searches = service.count("list");
        time.passAll();

        assertThat(service.count("list")).isEqualTo(searches);
        assertThat(once.activeReferences()).isZero();
    }

    @Test
    void a_call_cancelled_before_the_create_creates_nothing() {
        service.latency = Duration.ofSeconds(1);
        startCreate().cancel(true);
        time.passAll();

        assertThat(service.calls).containsExactly("list");
        assertThat(once.activeReferences()).isZero();
    }

    @Test
    void the_next_call_waits_for_an_abandoned_create() {
        service.createFaults.add(new CreateFault.Silent(Duration.ofSeconds(40)));
        CompletableFuture<CustomerHandle> abandoned = startCreate();
        time.pass(Duration.ofSeconds(20));
        abandoned.cancel(true);
        CompletableFuture<CustomerHandle> next = startCreate();
        time.passAll();

        assertThat(next).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.stored()).hasSize(1);
    }

    @Test
    void a_customer_that_lists_do_not_show_yet_is_not_created_again() {
        service.listLag = Duration.ofSeconds(25);
        CustomerHandle handle = startCreate().join();
        time.pass(Duration.ofSeconds(24));

        assertThat(startCreate()).isCompletedWithValue(handle);
        time.pass(Duration.ofSeconds(10));
        assertThat(startCreate()).isCompletedWithValue(handle);
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void a_customer_that_was_deleted_is_created_again() {
        CustomerHandle handle = startCreate().join();
        assertThat(once.delete(handle).toCompletableFuture()).isCompleted();

        assertThat(startCreate().join()).isNotEqualTo(handle);
    }

    @Test
    void no_reference_stays_in_memory_after_the_settle_time() {
        startCreate();
        time.pass(SETTLE_TIME.minusMillis(1));
        assertThat(once.activeReferences()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(once.activeReferences()).isZero();
    }

    @Test
    void the_settle_time_begins_when_the_create_has_ended() {
        service.latency = Duration.ofSeconds(10);
        CompletableFuture<CustomerHandle> outcome = startCreate();
        time.pass(Duration.ofSeconds(20));
        assertThat(outcome).isCompleted();

        time.pass(SETTLE_TIME.minusMillis(1));
        assertThat(once.activeReferences()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(once.activeReferences()).isZero();
    }

    @Test
    void with_the_system_clock_it_ends_too() throws Exception {
        service.createFaults.add(new CreateFault.Lost());
        CreateOnce real =
                CreateOnce.builder(service).settleTime(Duration.ofMillis(200)).build();
        long start = System.nanoTime();
        CompletableFuture<CustomerHandle> outcome =
                real.create(REFERENCE, Drafts.ADA).toCompletableFuture();

        assertThat(outcome).failsWithin(Duration.ofSeconds(60));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000);
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void searches_after_a_delay_start_on_the_executor_of_the_builder() {
        service.createFaults.add(new CreateFault.Lost());
        AtomicInteger used = new AtomicInteger();
        CreateOnce real = CreateOnce.builder(service)
                .settleTime(Duration.ofMillis(200))
                .executor(task -> {
                    used.incrementAndGet();
                    task.run();
                })
                .build();

        assertThat(real.create(REFERENCE, Drafts.ADA).toCompletableFuture()).failsWithin(Duration.ofSeconds(60));
        assertThat(used).hasPositiveValue();
        assertThat(service.count("list")).isEqualTo(used.get() + 2); // before the create, and at once after it
    }

    /** Returns a process at its thread limit, in which no timer starts. */
    private CreateOnce withoutTimer() {
        Scheduler none = new Scheduler() {
            @Override
            public long nanoTime() {
                return time.nanoTime();
            }

            @Override
            public CompletableFuture<Void> after(Duration duration, Executor executor) {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
        return CreateOnce.builder(service).time(none, () -> 1).build();
    }

    @Test
    void a_call_whose_timer_cannot_start_ends_at_once_and_may_have_taken_effect() {
        service.createFaults.add(new CreateFault.Lost());

        CustomersFailure failure =
                failure(withoutTimer().create(REFERENCE, Drafts.ADA).toCompletableFuture());

        assertThat(failure).hasMessage("no reply").matches(CustomersFailure::mayHaveTakenEffect);
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(reason -> assertThat(reason).hasCauseInstanceOf(OutOfMemoryError.class));
    }

    @Test
    void a_reference_whose_timer_cannot_start_leaves_memory_with_a_later_call() {
        CreateOnce untimed = withoutTimer();
        untimed.create(REFERENCE, Drafts.ADA);
        time.pass(SETTLE_TIME.minusMillis(1));
        untimed.create(new Reference("order-4712"), Drafts.ADA);
        assertThat(untimed.activeReferences()).isEqualTo(2);

        time.pass(SETTLE_TIME);
        untimed.create(new Reference("order-4713"), Drafts.ADA);

        assertThat(untimed.activeReferences()).isEqualTo(1);
    }

    @Test
    void many_threads_with_one_reference_create_one_customer() throws Exception {
        for (int round = 0; round < 50; round++) {
            Reference reference = new Reference("round-" + round);
            ConcurrentLinkedQueue<CompletableFuture<CustomerHandle>> outcomes = new ConcurrentLinkedQueue<>();
            CreateOnce shared = CreateOnce.over(new SlowCustomers());
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> threads = IntStream.range(0, 8)
                    .mapToObj(i -> new Thread(() -> {
                        await(start);
                        outcomes.add(shared.create(reference, Drafts.ADA).toCompletableFuture());
                    }))
                    .toList();
            threads.forEach(Thread::start);
            start.countDown();
            for (Thread thread : threads) {
                thread.join(10_000);
            }

            assertThat(outcomes).hasSize(8);
            CustomerHandle handle = outcomes.element().get(10, TimeUnit.SECONDS);
            for (CompletableFuture<CustomerHandle> outcome : outcomes) {
                assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(handle);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
