package io.handlekit.conformance.subjects;

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

/** A port in process that fails and falls silent as it is told. It has neither tokens nor a clock. */
final class ControlledCustomers implements Customers, ServiceControl, CustomersFixture {
    private final Customers port;
    private final AtomicReference<Optional<Moment>> failure = new AtomicReference<>(Optional.empty());
    private volatile CompletableFuture<Void> spoken = CompletableFuture.completedFuture(null);

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
        return spoken.isDone() ? call.get() : spoken.thenCompose(now -> call.get());
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
        spoken = new CompletableFuture<>();
    }

    @Override
    public void speak() {
        spoken.complete(null);
    }
}
