package io.handlekit.conformance.internal.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.junit.jupiter.api.Test;

/** A rule that never ends is ended, and what it was waiting for is shown. */
class OverallBoundTest {
    private static final Duration ANY = Duration.ofMillis(100);
    private static final int MOST_TIMES = 100;

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_try_that_never_ends_fails_with_the_bound_and_where_it_was() throws Exception {
        TryExecutionResult result = triedForEver();

        assertThat(result.isFalsified()).isTrue();
        assertThat(result.throwable().orElseThrow())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("C01 any rule: not over after 0 s, the bound of this rule");
        assertThat(result.throwable().orElseThrow().getStackTrace()).anyMatch(OverallBoundTest::blocks);
    }

    /** Tries until the bound comes after the try has begun to block, which is at once unless the machine is very busy. */
    private TryExecutionResult triedForEver() throws Exception {
        TryExecutionResult result;
        int times = 0;
        do {
            result = tried(new OverallBound(ANY), parameters -> {
                blockWhereNoInterruptReaches();
                return TryExecutionResult.satisfied();
            });
            times++;
        } while (times < MOST_TIMES
                && Stream.of(result.throwable().orElseThrow().getStackTrace()).noneMatch(OverallBoundTest::blocks));
        return result;
    }

    private static boolean blocks(StackTraceElement frame) {
        return frame.getMethodName().equals("blockWhereNoInterruptReaches");
    }

    @Test
    void a_rule_over_its_bound_is_not_tried_again() throws Exception {
        TryExecutionResult result = tried(new OverallBound(Duration.ZERO), parameters -> {
            throw new IllegalStateException("tried");
        });

        assertThat(result.isInvalid()).isTrue();
    }

    @Test
    void the_result_of_a_try_within_the_bound_is_that_of_the_try() throws Exception {
        TryExecutionResult failed = TryExecutionResult.falsified(new AssertionError("failed"));

        assertThat(tried(new OverallBound(), parameters -> failed)).isSameAs(failed);
    }

    private void blockWhereNoInterruptReaches() {
        boolean over = false;
        while (!over) {
            try {
                never.await();
                over = true;
            } catch (InterruptedException ignored) {
                // Goes on, as a read from a socket does.
            }
        }
    }

    private TryExecutionResult tried(OverallBound bound, TryExecutor aTry) throws Exception {
        TryLifecycleContext context = (TryLifecycleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TryLifecycleContext.class},
                (proxy, method, arguments) ->
                        Map.of("testInstance", this, "label", "C01 any rule").get(method.getName()));
        return bound.aroundTry(context, aTry, List.of());
    }
}
