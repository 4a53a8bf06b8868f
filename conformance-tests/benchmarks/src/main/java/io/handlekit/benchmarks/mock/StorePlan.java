package io.handlekit.benchmarks.mock;

import java.time.Duration;
import java.util.List;

/**
 * The duration of a benchmark of the stores.
 *
 * @param runs how often each store is measured
 * @param isTrial whether the figures mean nothing
 * @param warm the load before creates are measured; other calls get a third of it
 * @param timed the load that is measured
 * @param sizes numbers of customers among which lists are measured
 */
record StorePlan(int runs, boolean isTrial, Duration warm, Duration timed, List<Integer> sizes) {
    /** Returns the plan for this number of runs; with none, a trial that only shows whether everything runs. */
    static StorePlan of(int runs) {
        return runs > 0
                ? new StorePlan(
                        runs, false, Duration.ofSeconds(24), Duration.ofSeconds(3), List.of(10_000, 100_000, 1_000_000))
                : new StorePlan(1, true, Duration.ofSeconds(1), Duration.ofSeconds(1), List.of(1_000, 10_000));
    }
}
