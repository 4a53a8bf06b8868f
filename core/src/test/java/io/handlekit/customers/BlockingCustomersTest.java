package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** {@link BlockingCustomers} returns what the port returns, and throws what it fails with. */
class BlockingCustomersTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    /** A port that returns the same future from every call. */
    private static class Canned implements Customers {
        private final CompletableFuture<?> future;

        Canned(CompletableFuture<?> future) {
            this.future = future;
        }

        @Override
        public CompletionStage<CustomerHandle> create(NewCustomer draft) {
            return answer();
        }

        @Override
        public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
            return answer();
        }

        @Override
        public CompletionStage<Customer> get(CustomerHandle handle) {
            return answer();
        }

        @Override
        public CompletionStage<CustomerPage> list(CustomerQuery query) {
            return answer();
        }

        @Override
        public CompletionStage<Void> delete(CustomerHandle handle) {
            return answer();
        }

        @SuppressWarnings("unchecked")
        <T> CompletionStage<T> answer() {
            return (CompletionStage<T>) future;
        }
    }

    @Test
    void create_returns_the_handle_of_the_port() {
        BlockingCustomers customers = new BlockingCustomers(new Canned(CompletableFuture.completedFuture(HANDLE)));

        assertThat(customers.create(NewCustomer.builder().build())).isEqualTo(HANDLE);
    }

    @Test
    void list_returns_the_page_of_the_port() {
        CustomerPage page = new CustomerPage(List.of(), 7);
        BlockingCustomers customers = new BlockingCustomers(new Canned(CompletableFuture.completedFuture(page)));

        assertThat(customers.list(CustomerQuery.all())).isSameAs(page);
    }

    @Test
    void get_returns_the_customer_of_the_port() {
        Customer ada = Customer.builder(HANDLE, NewCustomer.builder().build()).build();
        BlockingCustomers customers = new BlockingCustomers(new Canned(CompletableFuture.completedFuture(ada)));

        assertThat(customers.get(HANDLE)).isSameAs(ada);
    }

    @Test
    void a_cancelled_delete_may_have_taken_effect_and_a_cancelled_list_has_not() {
        CompletableFuture<CustomerPage> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);
        BlockingCustomers customers = new BlockingCustomers(new Canned(cancelled));

        assertThatThrownBy(() -> customers.delete(HANDLE))
                .isInstanceOfSatisfying(
                        CustomersFailure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveTakenEffect()).isTrue());
        assertThatThrownBy(() -> customers.list(CustomerQuery.all()))
                .isInstanceOfSatisfying(
                        CustomersFailure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveTakenEffect()).isFalse());
    }

    @Test
    void it_throws_a_failure_of_the_same_kind_with_the_frames_of_the_caller() {
        CustomersFailure failure = new CustomersFailure.Unavailable("gone", true, null);
        StackTraceElement[] transportFrames = {new StackTraceElement("Transport", "run", null, 1)};
        failure.setStackTrace(transportFrames);
        BlockingCustomers customers = new BlockingCustomers(new Canned(CompletableFuture.failedFuture(failure)));

        assertThatThrownBy(
                        () -> customers.update(HANDLE, CustomerChanges.builder().build()))
                .isInstanceOfSatisfying(
                        CustomersFailure.Unavailable.class,
                        thrown -> assertThat(thrown.mayHaveTakenEffect()).isTrue())
                .hasMessage("gone")
                .satisfies(thrown -> assertThat(thrown.getCause()).isSameAs(failure))
                .satisfies(thrown -> assertThat(thrown.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(BlockingCustomersTest.class.getName()));
        assertThat(failure.getStackTrace()).isEqualTo(transportFrames);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void two_callers_that_share_a_stage_get_a_failure_each() {
        CompletableFuture<String> shared =
                CompletableFuture.failedFuture(new CustomersFailure.Unavailable("gone", true, null));
        List<Throwable> thrown = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> BlockingCustomers.await(shared)).satisfies(thrown::add);
        }

        assertThat(thrown.get(0)).isNotSameAs(thrown.get(1));
    }

    @Test
    void an_interrupted_thread_sends_nothing_and_stays_interrupted() {
        AtomicInteger sent = new AtomicInteger();
        BlockingCustomers customers = new BlockingCustomers(new Canned(new CompletableFuture<>()) {
            @Override
            <T> CompletionStage<T> answer() {
                sent.incrementAndGet();
                return super.answer();
            }
        });

        for (Consumer<BlockingCustomers> call : List.<Consumer<BlockingCustomers>>of(
                port -> port.create(NewCustomer.builder().build()),
                port -> port.update(HANDLE, CustomerChanges.builder().build()),
                port -> port.get(HANDLE),
                port -> port.list(CustomerQuery.all()),
                port -> port.delete(HANDLE),
                port -> port.listAll(CustomerQuery.all(), 1).forEach(customer -> {}))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> call.accept(customers))
                    .isInstanceOfSatisfying(
                            CustomersFailure.Unavailable.class,
                            failure -> assertThat(failure.mayHaveTakenEffect()).isFalse())
                    .hasMessage("not sent: the thread was interrupted before the call");
            assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
        }
        assertThat(sent).hasValue(0);
    }

    /** A future whose result arrives while the waiting thread is interrupted. */
    private static final class ArrivesAtTheInterrupt<T> extends CompletableFuture<T> {
        private final Runnable arrive;

        ArrivesAtTheInterrupt(Consumer<CompletableFuture<T>> arrive) {
            this.arrive = () -> arrive.accept(this);
        }

        @Override
        public T get() throws InterruptedException {
            arrive.run();
            throw new InterruptedException();
        }
    }

    @Test
    void a_handle_that_arrived_is_returned_although_the_thread_was_interrupted() {
        CompletableFuture<CustomerHandle> arrives = new ArrivesAtTheInterrupt<>(future -> future.complete(HANDLE));

        assertThat(new BlockingCustomers(new Canned(arrives))
                        .create(NewCustomer.builder().build()))
                .isEqualTo(HANDLE);
        assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    }

    @Test
    void a_failure_that_arrived_is_thrown_although_the_thread_was_interrupted() {
        CustomersFailure gone = new CustomersFailure.Unavailable("gone", false, null);
        CompletableFuture<CustomerHandle> arrives =
                new ArrivesAtTheInterrupt<>(future -> future.completeExceptionally(gone));

        assertThatThrownBy(() -> BlockingCustomers.await(arrives)).hasMessage("gone");
        assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    }

    @Test
    void an_interrupt_cancels_the_call_and_the_thread_stays_interrupted() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<CustomerHandle> never = new CompletableFuture<>() {
            @Override
            public CustomerHandle get() throws InterruptedException, ExecutionException {
                waits.countDown();
                return super.get();
            }
        };
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                new BlockingCustomers(new Canned(never))
                        .create(NewCustomer.builder().build());
            } catch (CustomersFailure failure) {
                thrown.set(failure);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        waits.await();
        caller.interrupt();
        caller.join(10_000);

        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        CustomersFailure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveTakenEffect()).isTrue());
        assertThat(interrupted).hasValue(true);
        assertThat(never).isCancelled();
    }

    @Test
    void a_cancelled_call_is_unavailable() {
        CompletableFuture<CustomerHandle> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);

        assertThatThrownBy(() -> new BlockingCustomers(new Canned(cancelled)).get(HANDLE))
                .isInstanceOf(CustomersFailure.Unavailable.class);
    }
}
