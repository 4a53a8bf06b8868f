package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** {@link BlockingCustomers} returns what the port returns, and throws what it fails with. */
class BlockingCustomersTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    /** A port that returns the same future from every call. */
    private record Canned(CompletableFuture<?> future) implements Customers {
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
        private <T> CompletionStage<T> answer() {
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
    void it_throws_the_same_failure_that_the_port_fails_with() {
        CustomersFailure failure = new CustomersFailure.Unavailable("gone", true, null);
        BlockingCustomers customers = new BlockingCustomers(new Canned(CompletableFuture.failedFuture(failure)));

        assertThatThrownBy(
                        () -> customers.update(HANDLE, CustomerChanges.builder().build()))
                .isSameAs(failure);
    }

    @Test
    void an_interrupt_cancels_the_call_and_the_thread_stays_interrupted() throws InterruptedException {
        CompletableFuture<CustomerHandle> never = new CompletableFuture<>();
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
