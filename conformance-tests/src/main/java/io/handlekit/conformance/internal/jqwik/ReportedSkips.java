package io.handlekit.conformance.internal.jqwik;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.opentest4j.TestAbortedException;

/**
 * A hook that reports a rule as skipped if one of its tries was aborted. Without this hook jqwik discards the value of
 * an aborted try, goes on with the next, and reports the rule as kept.
 */
public final class ReportedSkips implements AroundPropertyHook, AroundTryHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor rule) {
        Store<Optional<Throwable>> reason = reason();
        PropertyExecutionResult result = rule.execute();
        return result.status() == Status.FAILED
                ? result
                : reason.get().map(result::mapToAborted).orElse(result);
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        TryExecutionResult result = aTry.execute(parameters);
        Optional<Throwable> abort = result.throwable().filter(TestAbortedException.class::isInstance);
        if (result.isFalsified() || abort.isEmpty()) {
            return result;
        }
        reason().update(none -> abort);
        return TryExecutionResult.satisfied(true);
    }

    private static Store<Optional<Throwable>> reason() {
        return Store.getOrCreate(ReportedSkips.class, Lifespan.PROPERTY, Optional::empty);
    }
}
