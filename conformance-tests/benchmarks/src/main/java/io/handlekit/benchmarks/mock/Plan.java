package io.handlekit.benchmarks.mock;

import java.time.Duration;

/**
 * How long the benchmark takes.
 *
 * @param runs how often each server is measured
 * @param isTrial whether the figures mean nothing
 * @param warm the load before the first measurement
 * @param toAMinute the load between that and the second one
 * @param timed the load that is measured
 * @param many how many customers are many
 */
record Plan(int runs, boolean isTrial, Duration warm, Duration toAMinute, Duration timed, int many) {
    /** Returns the plan for this number of runs; with none, a trial that only shows whether everything runs. */
    static Plan of(int runs) {
        Duration second = Duration.ofSeconds(1);
        return runs > 0
                ? new Plan(
                        runs, false, Duration.ofSeconds(10), Duration.ofSeconds(45), Duration.ofSeconds(5), 1_000_000)
                : new Plan(1, true, second, second, second, 10_000);
    }
}
