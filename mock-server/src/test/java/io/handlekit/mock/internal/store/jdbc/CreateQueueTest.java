package io.handlekit.mock.internal.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoreUnavailable;
import io.handlekit.mock.testing.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Creates that come while the first one is written. */
class CreateQueueTest {
    private static final int LATER = 5;
    private static final HandleTemplate TEMPLATE = new HandleTemplate("AL", "GB");
    private static final StoreFull FULL = new StoreFull();
    private static final StoreUnavailable AWAY = new StoreUnavailable("away", new TimeoutException());

    private final List<Integer> groups = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private RuntimeException failure;
    private int last;
    private final CreateQueue queue = new CreateQueue(this::write);

    private List<CustomerHandle> write(List<Insertion.Entry> entries) {
        groups.add(entries.size());
        if (groups.size() == 1) {
            await(firstMayEnd);
        } else if (failure != null && (failure != FULL || entries.size() > 1)) {
            throw failure;
        }
        return entries.stream().map(entry -> TEMPLATE.number(++last)).toList();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void creates_that_wait_share_one_transaction() {
        List<CompletableFuture<CustomerHandle>> creates = createManyAtOnce();

        assertThat(creates.stream().map(CompletableFuture::join))
                .doesNotHaveDuplicates()
                .hasSize(1 + LATER);
        assertThat(groups).containsExactly(1, LATER);
    }

    @Test
    void a_create_without_room_takes_no_other_with_it() {
        failure = FULL;
        List<CompletableFuture<CustomerHandle>> creates = createManyAtOnce();

        assertThat(creates.stream().map(CompletableFuture::join)).hasSize(1 + LATER);
        assertThat(groups).containsExactly(1, LATER, 1, 1, 1, 1, 1);
    }

    @Test
    void creates_that_wait_fail_together_when_the_database_is_away() {
        failure = AWAY;
        List<CompletableFuture<CustomerHandle>> creates = createManyAtOnce();

        creates.get(0).join();
        assertThat(creates.subList(1, creates.size()))
                .allSatisfy(create -> assertThatThrownBy(create::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCause(AWAY));
        assertThat(groups).containsExactly(1, LATER);
    }

    @Test
    void a_closed_queue_refuses_creates() {
        queue.close();

        assertThatThrownBy(this::create).isInstanceOf(StoreUnavailable.class);
    }

    private CustomerHandle create() {
        NewCustomer nobody = NewCustomer.builder().build();
        CustomerDraft draft = new CustomerDraft(nobody, Optional.empty(), Optional.empty());
        return queue.add(new SeedEntry(Optional.empty(), TEMPLATE, draft), 1);
    }

    /** Creates one customer, and others that wait until it is written. */
    private List<CompletableFuture<CustomerHandle>> createManyAtOnce() {
        List<CompletableFuture<CustomerHandle>> creates = new ArrayList<>();
        creates.add(started());
        Await.await(() -> groups.size() == 1);
        for (int i = 0; i < LATER; i++) {
            creates.add(started());
        }
        Await.await(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        firstMayEnd.countDown();
        return creates;
    }

    private CompletableFuture<CustomerHandle> started() {
        CompletableFuture<CustomerHandle> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(create());
            } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        });
        threads.add(thread);
        thread.start();
        return result;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
