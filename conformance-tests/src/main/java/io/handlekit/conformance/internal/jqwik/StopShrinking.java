package io.handlekit.conformance.internal.jqwik;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * A hook that ends the tries of a rule with the rule. Without this hook jqwik gives up shrinking after ten seconds but
 * goes on in the background, on the implementation that the next rule uses.
 */
public final class StopShrinking implements AroundPropertyHook, AroundTryHook {
    private static final int PATIENCE_SECONDS = 60;

    private static final Semaphore OVER = new Semaphore(0);

    /** A permit for each running try, by the instance of the test class. Each rule has its own instance. */
    private final Map<Object, Semaphore> permits = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor rule)
            throws InterruptedException {
        Semaphore permit = new Semaphore(1);
        permits.put(context.testInstance(), permit);
        try {
            return rule.execute();
        } finally {
            permits.put(context.testInstance(), OVER);
            permit.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        Semaphore permit = permits.getOrDefault(context.testInstance(), OVER);
        if (!permit.tryAcquire()) {
            return TryExecutionResult.invalid();
        }
        try {
            return aTry.execute(parameters);
        } finally {
            permit.release();
        }
    }
}
