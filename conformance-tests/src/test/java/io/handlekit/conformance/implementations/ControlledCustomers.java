package io.handlekit.conformance.implementations;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A port in process that fails or stops answering on demand. It has no tokens and no clock. */
final class ControlledCustomers implements Customers, ServiceControl, CustomersFixture {
    private final Customers port;
    private final AtomicReference<Optional<Moment>> failure = new AtomicReference<>(Optional.empty());
    private volatile CompletableFuture<Void> answering = CompletableFuture.completedFuture(null);

    ControlledCustomers(Customers port) {
        this.port = port;
    }

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return answer(() -> {
            Optional<Moment> moment = failure.getAndSet(Optional.empty());
            Unavailable cut = new Unavailable("cut", true, null);
            if (moment.equals(Optional.of(Moment.BEFORE_EFFECT))) {
                return CompletableFuture.failedFuture(cut);
            }
            CompletionStage<CustomerHandle> created = port.create(draft);
            return moment.isEmpty() ? created : created.thenCompose(done -> CompletableFuture.failedFuture(cut));
        });
    }

    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        return answer(() -> port.update(handle, changes));
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return answer(() -> port.get(handle));
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return answer(() -> port.list(query));
    }

    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        return answer(() -> port.delete(handle));
    }

    private <T> CompletionStage<T> answer(Supplier<CompletionStage<T>> call) {
        return answering.isDone() ? call.get() : answering.thenCompose(now -> call.get());
    }

    @Override
    public Customers customers() {
        return this;
    }

    @Override
    public ServiceControl control() {
        return this;
    }

    @Override
    public void failNextCreate(Moment moment) {
        failure.set(Optional.of(moment));
    }

    @Override
    public void expireTokens() {}

    @Override
    public void moveClock(Duration by) {}

    @Override
    public void silence() {
        answering = new CompletableFuture<>();
    }

    @Override
    public void speak() {
        answering.complete(null);
    }
}
