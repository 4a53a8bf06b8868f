package io.handlekit.mock.internal.engine;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.Findings;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.store.StoreUnavailable;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.CustomerView;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The port {@link Customers} on the engine, without HTTP. It keeps the port's promises, including the rules. */
public final class EngineCustomers implements Customers {

    private final Engine engine;
    private final Supplier<Behaviour> behaviour;

    public EngineCustomers(Engine engine, Supplier<Behaviour> behaviour) {
        this.engine = engine;
        this.behaviour = behaviour;
    }

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return write(
                CustomerRules.check(draft),
                Optional.empty(),
                () -> engine.create(behaviour.get(), draft, Optional.empty()));
    }

    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        return write(CustomerRules.check(changes), Optional.of(handle), () -> {
            engine.update(behaviour.get(), handle, stored -> CustomerUpdate.of(stored.sections(), changes));
            return null;
        });
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return answer(
                false,
                Optional.of(handle),
                () -> engine.get(behaviour.get(), handle).customer());
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return answer(false, Optional.empty(), () -> {
            CustomerViewPage page = engine.list(behaviour.get(), query);
            return new CustomerPage(
                    page.customers().stream()
                            .map(
                                    query.withAdditionalData()
                                            ? CustomerView::customer
                                            : CustomerView::withoutAdditionalData)
                            .map(ListedCustomer::of)
                            .toList(),
                    page.total());
        });
    }

    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        return write(Findings.NONE, Optional.of(handle), () -> {
            engine.delete(behaviour.get(), handle);
            return null;
        });
    }

    private static <T extends @Nullable Object> CompletionStage<T> write(
            Findings findings, Optional<CustomerHandle> handle, Supplier<T> call) {
        return findings.hasErrors()
                ? CompletableFuture.failedFuture(new CustomersFailure.Invalid(findings))
                : answer(true, handle, call);
    }

    private static <T extends @Nullable Object> CompletionStage<T> answer(
            boolean writes, Optional<CustomerHandle> handle, Supplier<T> call) {
        try {
            return CompletableFuture.completedFuture(call.get());
        } catch (VendorError error) {
            return CompletableFuture.failedFuture(failure(
                    VendorAnswer.of(0, error.code(), error.desc(), ""),
                    handle.filter(any -> error.code() == VendorCodes.UNKNOWN_HANDLE)));
        } catch (BadRequest refused) {
            return CompletableFuture.failedFuture(failure(
                    VendorAnswer.of(0, refused.kind().code(), String.valueOf(refused.getMessage()), ""),
                    Optional.empty()));
        } catch (StoreUnavailable away) {
            return CompletableFuture.failedFuture(
                    new CustomersFailure.Unavailable("the store does not answer", writes, away));
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(new CustomersFailure.Unavailable("the mock failed", writes, bug));
        }
    }

    /** Returns the failure for an answer of the engine, which had no effect. */
    private static CustomersFailure failure(VendorAnswer answer, Optional<CustomerHandle> unknown) {
        return unknown.<CustomersFailure>map(handle -> new CustomersFailure.UnknownHandle(handle, answer))
                .orElseGet(() -> new CustomersFailure.Rejected(answer, false));
    }
}
