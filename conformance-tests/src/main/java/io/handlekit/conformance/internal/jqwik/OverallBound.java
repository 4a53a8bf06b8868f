package io.handlekit.conformance.internal.jqwik;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * A hook that ends a rule that takes far too long: after five minutes, and twenty seconds more for each try after the
 * first. Each try runs on a thread of its own, because an implementation may block it where no interrupt reaches it.
 */
public final class OverallBound implements AroundPropertyHook, AroundTryHook {
    private static final Duration FIRST_TRY = Duration.ofMinutes(5);
    private static final Duration OTHER_TRY = Duration.ofSeconds(20);
    private static final int INNERMOST = 100;

    /** The time left for each rule, by the instance of the test class. Each rule has its own instance. */
    private final Map<Object, Budget> budgets = Collections.synchronizedMap(new WeakHashMap<>());

    private final Duration firstTry;

    /** Called by jqwik. */
    public OverallBound() {
        this(FIRST_TRY);
    }

    /** Creates the hook with another bound for the first try. */
    OverallBound(Duration firstTry) {
        this.firstTry = firstTry;
    }

    /**
     * The time of one rule.
     *
     * @param bound all of it
     * @param end when it is over, on the clock of {@code System.nanoTime}
     */
    private record Budget(Duration bound, long end) {
        static Budget of(Duration bound) {
            return new Budget(bound, System.nanoTime() + bound.toNanos());
        }

        long left() {
            return Math.max(0, end - System.nanoTime());
        }
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor rule) {
        int tries = context.attributes().tries().orElse(1);
        budgets.put(context.testInstance(), Budget.of(firstTry.plus(OTHER_TRY.multipliedBy(Math.max(0, tries - 1)))));
        return rule.execute();
    }

    /** Comes after {@link TriesFactor}, which changes the number of tries. */
    @Override
    public int aroundPropertyProximity() {
        return INNERMOST;
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters)
            throws ExecutionException, InterruptedException {
        Budget budget = budgets.getOrDefault(context.testInstance(), Budget.of(firstTry));
        if (budget.left() == 0) {
            return TryExecutionResult.invalid();
        }
        FutureTask<TryExecutionResult> task = new FutureTask<>(() -> aTry.execute(parameters));
        Thread thread = new Thread(task, "rule");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(budget.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            AssertionError over = new AssertionError(
                    context.label() + ": not over after " + budget.bound().toSeconds()
                            + " s, the bound of this rule; the stack trace shows what it was waiting for");
            over.setStackTrace(thread.getStackTrace());
            thread.interrupt();
            return TryExecutionResult.falsified(over);
        }
    }

    /** Leaves the hooks of the test class on the thread that jqwik gave them. */
    @Override
    public int aroundTryProximity() {
        return INNERMOST;
    }
}
