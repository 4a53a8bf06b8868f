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
 * Ends the tries of a rule with the rule. Left alone, jqwik gives up on making a failure short after ten seconds, but
 * goes on with it in the background: on the implementation that the next rule is about to try.
 */
public final class StopShrinking implements AroundPropertyHook, AroundTryHook {
    private static final int PATIENCE_SECONDS = 60;

    private static final Semaphore OVER = new Semaphore(0);

    /** Whose turn it is, by the instance of the test class that a rule has to itself. */
    private final Map<Object, Semaphore> turns = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor rule)
            throws InterruptedException {
        Semaphore turn = new Semaphore(1);
        turns.put(context.testInstance(), turn);
        try {
            return rule.execute();
        } finally {
            turns.put(context.testInstance(), OVER);
            turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        Semaphore turn = turns.getOrDefault(context.testInstance(), OVER);
        if (!turn.tryAcquire()) {
            return TryExecutionResult.invalid();
        }
        try {
            return aTry.execute(parameters);
        } finally {
            turn.release();
        }
    }
}
