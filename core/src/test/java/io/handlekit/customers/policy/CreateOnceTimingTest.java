package io.handlekit.customers.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Ambiguous;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.policy.FakeCustomers.CreateFault;
import io.handlekit.customers.policy.FakeCustomers.ReadFault;
import io.handlekit.customers.policy.internal.Backoff;
import io.handlekit.customers.policy.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When creating once looks, for how long, for whom, and what it keeps. */
class CreateOnceTimingTest {
    private static final Reference REFERENCE = new Reference("order-4711");
    private static final Duration SETTLE_TIME = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime();
    private final FakeCustomers service = new FakeCustomers(time);
    private final CreateOnce once = newProcess();

    private CreateOnce newProcess() {
        return CreateOnce.builder(service).time(time, () -> 1).build();
    }

    private CompletableFuture<CustomerHandle> begin() {
        return once.create(REFERENCE, Drafts.ADA).toCompletableFuture();
    }

    private static CustomersFailure failure(CompletableFuture<?> outcome) {
        assertThat(outcome).isCompletedExceptionally();
        return (CustomersFailure) outcome.handle((value, failure) -> failure).join();
    }

    @Test
    void after_an_uncertain_create_it_looks_until_the_customer_shows_up() {
        service.createFaults.add(new CreateFault.Late(Duration.ofSeconds(12)));
        CompletableFuture<CustomerHandle> outcome = begin();

        time.pass(Duration.ofSeconds(11));
        assertThat(outcome).isNotDone();
        time.passAll();
        assertThat(outcome).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void it_looks_at_once_then_in_pauses_that_double_and_last_when_the_settle_time_is_over() {
        service.createFaults.add(new CreateFault.Lost());
        begin();
        List<Long> looks = new ArrayList<>();
        for (int seen = service.count("list"); time.elapsed().compareTo(SETTLE_TIME) <= 0; ) {
            time.pass(Duration.ofMillis(1));
            if (service.count("list") > seen) {
                seen = service.count("list");
                looks.add(time.elapsed().toMillis());
            }
        }

        assertThat(looks).containsExactly(235L, 704L, 1_641L, 3_516L, 7_266L, 14_766L, 22_266L, 29_766L, 30_000L);
    }

    @Test
    void chance_shortens_each_pause_to_half_of_it_at_most() {
        Backoff shortest = new Backoff(SETTLE_TIME, () -> 0);
        Backoff longest = new Backoff(SETTLE_TIME, () -> 1);

        for (int looks = 0; looks < 100; looks++) {
            assertThat(shortest.after(looks).multipliedBy(2)).isEqualTo(longest.after(looks));
        }
        assertThat(longest.after(99)).isEqualTo(SETTLE_TIME.dividedBy(4));
    }

    @Test
    void a_customer_that_does_not_show_up_is_not_created_again_but_by_another_call() {
        service.createFaults.add(new CreateFault.Lost());
        CompletableFuture<CustomerHandle> outcome = begin();
        time.passAll();

        assertThat(failure(outcome)).isInstanceOf(Unavailable.class).hasMessage("no reply");
        assertThat(failure(outcome).mayHaveTakenEffect()).isTrue();
        assertThat(time.elapsed()).isEqualTo(SETTLE_TIME);
        assertThat(service.count("create")).isEqualTo(1);

        int looks = service.count("list");
        assertThat(begin()).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.count("list")).isEqualTo(looks + 1);
    }

    @Test
    void the_last_look_begins_when_the_settle_time_is_over_however_long_looks_take() {
        service.latency = Duration.ofMillis(2_500); // so a look is under way from 34.8 s to 37.3 s
        service.createFaults.add(new CreateFault.Late(Duration.ofMillis(32_400))); // at 34.9 s
        CompletableFuture<CustomerHandle> outcome = begin();
        time.passAll();

        assertThat(outcome).isCompletedWithValue(service.stored().get(0).handle());
    }

    @Test
    void looks_that_fail_in_passing_are_repeated_until_the_settle_time_is_over() {
        service.createFaults.add(new CreateFault.Late(Duration.ofSeconds(29)));
        service.listFaults.add(ReadFault.NONE);
        for (int i = 0; i < 4; i++) {
            service.listFaults.addAll(List.of(ReadFault.UNAVAILABLE, ReadFault.THROTTLED));
        }
        CompletableFuture<CustomerHandle> outcome = begin();
        time.passAll();

        assertThat(outcome).isCompletedWithValue(service.stored().get(0).handle());
    }

    @Test
    void a_look_that_is_refused_ends_it_as_uncertain_and_tells_why() {
        service.createFaults.add(new CreateFault.Lost());
        service.listFaults.addAll(List.of(ReadFault.NONE, ReadFault.REJECTED));
        CompletableFuture<CustomerHandle> outcome = begin();

        assertThat(failure(outcome).mayHaveTakenEffect()).isTrue();
        assertThat(failure(outcome).getSuppressed()).hasSize(1).hasOnlyElementsOfType(Rejected.class);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void a_call_after_one_that_ended_early_waits_for_what_that_one_had_sent() {
        service.createFaults.add(new CreateFault.Late(Duration.ofSeconds(20)));
        service.listFaults.addAll(List.of(ReadFault.NONE, ReadFault.REJECTED));
        begin();
        CompletableFuture<CustomerHandle> second = begin();
        time.passAll();

        assertThat(second).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.stored()).hasSize(1);
    }

    @Test
    void several_that_show_up_after_an_uncertain_create_may_be_of_this_call() {
        service.createFaults.add(new CreateFault.Late(Duration.ofMillis(100)));
        CompletableFuture<CustomerHandle> outcome = begin();
        newProcess().create(REFERENCE, Drafts.ADA);
        time.passAll();

        assertThat(service.stored()).hasSize(2);
        assertThat(failure(outcome)).isInstanceOf(Ambiguous.class);
        assertThat(failure(outcome).mayHaveTakenEffect()).isTrue();
    }

    @Test
    void calls_at_the_same_time_share_one_create_and_one_that_gives_up_leaves_the_others_alone() {
        service.latency = Duration.ofSeconds(1);
        CompletableFuture<CustomerHandle> first = begin();
        CompletableFuture<CustomerHandle> second = begin();
        time.pass(Duration.ofMillis(1_500));
        CompletableFuture<CustomerHandle> third = begin();
        first.cancel(true);
        time.passAll();

        assertThat(first).isCancelled();
        assertThat(second).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(third).isCompletedWithValue(second.join());
        assertThat(service.calls).containsExactly("list", "create");
    }

    @Test
    void other_references_do_not_wait_for_each_other() {
        service.createFaults.add(new CreateFault.Lost());
        begin();

        assertThat(once.create(new Reference("order-4712"), Drafts.ADA).toCompletableFuture())
                .isCompleted();
    }

    @Test
    void when_the_last_one_gives_up_nothing_is_looked_for_any_more() {
        service.createFaults.add(new CreateFault.Lost());
        CompletableFuture<CustomerHandle> first = begin();
        CompletableFuture<CustomerHandle> second = begin();
        first.cancel(true);
        second.cancel(true);
        int looks = service.count("list");
        time.passAll();

        assertThat(service.count("list")).isEqualTo(looks);
        assertThat(once.held()).isZero();
    }

    @Test
    void who_gives_up_before_the_create_has_created_nothing() {
        service.latency = Duration.ofSeconds(1);
        begin().cancel(true);
        time.passAll();

        assertThat(service.calls).containsExactly("list");
        assertThat(once.held()).isZero();
    }

    @Test
    void a_create_that_was_given_up_is_waited_for_by_the_next_call() {
        service.createFaults.add(new CreateFault.Silent(Duration.ofSeconds(40)));
        CompletableFuture<CustomerHandle> hopeless = begin();
        time.pass(Duration.ofSeconds(20));
        hopeless.cancel(true);
        CompletableFuture<CustomerHandle> next = begin();
        time.passAll();

        assertThat(next).isCompletedWithValue(service.stored().get(0).handle());
        assertThat(service.stored()).hasSize(1);
    }

    @Test
    void a_customer_that_lists_do_not_show_yet_is_not_created_again() {
        service.listLag = Duration.ofSeconds(25);
        CustomerHandle handle = begin().join();
        time.pass(Duration.ofSeconds(24));

        assertThat(begin()).isCompletedWithValue(handle);
        time.pass(Duration.ofSeconds(10));
        assertThat(begin()).isCompletedWithValue(handle);
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void a_customer_that_was_deleted_is_created_again() {
        CustomerHandle handle = begin().join();
        assertThat(once.delete(handle).toCompletableFuture()).isCompleted();

        assertThat(begin().join()).isNotEqualTo(handle);
    }

    @Test
    void nothing_is_kept_after_the_settle_time() {
        begin();
        time.pass(SETTLE_TIME.minusMillis(1));
        assertThat(once.held()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(once.held()).isZero();
    }

    @Test
    void the_settle_time_begins_when_the_create_has_ended() {
        service.latency = Duration.ofSeconds(10);
        CompletableFuture<CustomerHandle> outcome = begin();
        time.pass(Duration.ofSeconds(20));
        assertThat(outcome).isCompleted();

        time.pass(SETTLE_TIME.minusMillis(1));
        assertThat(once.held()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(once.held()).isZero();
    }

    @Test
    void on_a_real_clock_it_ends_too() throws Exception {
        service.createFaults.add(new CreateFault.Lost());
        CreateOnce real =
                CreateOnce.builder(service).settleTime(Duration.ofMillis(200)).build();
        long begun = System.nanoTime();
        CompletableFuture<CustomerHandle> outcome =
                real.create(REFERENCE, Drafts.ADA).toCompletableFuture();

        assertThat(outcome).failsWithin(Duration.ofSeconds(60));
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(200_000_000);
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void a_look_that_is_due_keeps_no_program_from_ending() throws Exception {
        CompletableFuture<Boolean> daemon = new CompletableFuture<>();
        Scheduler.threads().execute(() -> daemon.complete(Thread.currentThread().isDaemon()));

        assertThat(daemon.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void many_threads_with_one_reference_make_one_customer() throws Exception {
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
