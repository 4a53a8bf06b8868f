package io.handlekit.conformance.customers;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.conformance.internal.check.CallOutcome;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.check.FailureText;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
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

/** The rule that calls do not block their caller, part of {@code CustomersContract}. */
// jqwik's annotations name generators and hooks that users of the module need not see.
@SuppressWarnings("exports")
public interface WaitingRules {
    /**
     * The time to wait for a call to return before it counts as one that blocks. A call that waits for the silent service
     * never returns, so this only has to be long enough for any machine.
     */
    int PATIENCE_SECONDS = 30;

    /** Returns the implementation under test. Each try calls this at least once. */
    CustomersFixture fixture();

    /** Verifies that each call returns while the service is silent, and succeeds once the service answers (rule C16). */
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    default void C16_a_call_returns_before_the_service_has_answered(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        Customers customers = fixture().customers();
        CustomerHandle handle = new Subject(customers).create(draft);
        CustomerHandle other = new Subject(customers).create(draft);
        CustomerQuery query = CustomerQuery.all().where(Field.HANDLE, handle.value() + "*");
        CustomerChanges changes = CustomerChanges.builder().clearFax().build();

        verifyReturns("create", () -> customers.create(draft));
        verifyReturns("get", () -> customers.get(handle));
        verifyReturns("list", () -> customers.list(query));
        verifyReturns("update", () -> customers.update(handle, changes));
        verifyReturns("delete", () -> customers.delete(other));
    }

    private <T> void verifyReturns(String name, Supplier<CompletionStage<T>> call) {
        ServiceControl control = fixture().control();
        control.silence();
        CompletionStage<T> stage;
        try {
            stage = returned(name, call);
            Check.equal(
                    false,
                    stage.toCompletableFuture().isDone(),
                    "whether the stage of " + name + "() is complete before the service has answered");
        } finally {
            control.speak();
        }
        CallOutcome.of(name + " once the service answers again", () -> stage).verifySuccess();
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
            throw new AssertionError(
                    "expected " + name
                            + "() to return before the service answers, but it still blocks its caller after "
                            + PATIENCE_SECONDS + " s",
                    blocked);
        } catch (ExecutionException thrown) {
            throw new AssertionError(
                    "expected a failed stage, but " + name + "() threw " + FailureText.of(thrown.getCause()),
                    thrown.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + name + "() to return", interrupted);
        }
    }
}
