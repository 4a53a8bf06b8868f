package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.VendorAnswer;
import io.handlekit.customers.validation.CustomerRules;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine as the port, with no socket in between. */
final class EngineCustomers implements Customers {
    private final Engine engine;

    EngineCustomers(Engine engine) {
        this.engine = engine;
    }

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return answer(
                () -> engine.create(draft, Optional.empty()), answer -> new CustomersFailure.Rejected(answer, true));
    }

    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        return answer(
                () -> {
                    // The port looks at the form first; on the wire, the handle comes first.
                    Refusal.ifErrors(CustomerRules.check(changes));
                    engine.update(handle, changes);
                    return null;
                },
                answer -> new CustomersFailure.UnknownHandle(handle, answer));
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return answer(() -> engine.get(handle), answer -> new CustomersFailure.UnknownHandle(handle, answer));
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return answer(() -> engine.list(query), answer -> new CustomersFailure.Rejected(answer, false));
    }

    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        return answer(
                () -> {
                    engine.delete(handle);
                    return null;
                },
                answer -> new CustomersFailure.UnknownHandle(handle, answer));
    }

    /** The engine refuses for two reasons only: what the rules find, and a handle that it does not know. */
    private static <T extends @Nullable Object> CompletionStage<T> answer(
            Supplier<T> door, Function<VendorAnswer, CustomersFailure> otherwise) {
        try {
            return CompletableFuture.completedFuture(door.get());
        } catch (Refusal refusal) {
            return CompletableFuture.failedFuture(
                    refusal.findings().hasErrors()
                            ? new CustomersFailure.Invalid(refusal.findings())
                            : otherwise.apply(VendorAnswer.of(0, refusal.code(), refusal.desc(), "")));
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(new CustomersFailure.Unavailable("the mock failed", true, bug));
        }
    }
}
