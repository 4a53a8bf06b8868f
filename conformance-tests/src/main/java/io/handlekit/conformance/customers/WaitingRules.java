package io.handlekit.conformance.customers;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.Outcome;
import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The rule about callers who have no time to wait, a part of {@link CustomersContract}. */
public interface WaitingRules {
    /** How long a call may take to return. One that waits for the service does not return in any time. */
    int PATIENCE_SECONDS = 5;

    /** The implementation under proof. Called once or more for each try. */
    CustomersFixture fixture();

    /** No call waits while the service says nothing, and what it says later still arrives (rule C16). */
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    default void C16_a_call_returns_before_the_service_has_answered(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        Customers customers = fixture().customers();
        CustomerHandle handle = new Subject(customers).create(draft);
        CustomerHandle other = new Subject(customers).create(draft);
        CustomerQuery query = CustomerQuery.all().where(Field.HANDLE, handle.value() + "*");
        CustomerChanges changes = CustomerChanges.builder().clearFax().build();

        mustReturn("create", () -> customers.create(draft));
        mustReturn("get", () -> customers.get(handle));
        mustReturn("list", () -> customers.list(query));
        mustReturn("update", () -> customers.update(handle, changes));
        mustReturn("delete", () -> customers.delete(other));
    }

    private <T> void mustReturn(String name, Supplier<CompletionStage<T>> call) {
        ServiceControl control = fixture().control();
        control.silence();
        CompletionStage<T> stage;
        try {
            stage = returned(name, call);
            Check.equal(false, stage.toCompletableFuture().isDone(), name + " is over before the service answers");
        } finally {
            control.speak();
        }
        Outcome.of(() -> stage).verifySuccess();
    }

    private static <T> CompletionStage<T> returned(String name, Supplier<CompletionStage<T>> call) {
        CompletableFuture<Map.Entry<String, CompletionStage<T>>> caller = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                caller.complete(Map.entry(name, call.get()));
            } catch (Throwable thrown) {
                caller.completeExceptionally(thrown);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return caller.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getValue();
        } catch (TimeoutException blocked) {
            throw new AssertionError(name + " keeps its caller waiting for the service", blocked);
        } catch (ExecutionException thrown) {
            throw new AssertionError("a port throws nothing, but this one threw", thrown.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
