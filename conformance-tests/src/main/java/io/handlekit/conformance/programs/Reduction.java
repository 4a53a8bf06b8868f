package io.handlekit.conformance.programs;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The reduction of a failing program to a short one. It tries simpler programs in a fixed order, goes on from the first
 * that fails twice, and ends when none does. The number of runs is bounded, and no clock is read, so a program that
 * fails in the same way is reduced to the same one on any machine.
 *
 * <p>A program that ends because a call never returned is not reduced: each run of it would wait for that call again.
 *
 * @param <P> the kind of program
 */
final class Reduction<P> {
    /** The maximum number of runs in all. */
    static final int MOST_RUNS = 500;

    private final Consumer<P> trial;
    private final Function<P, Stream<P>> simpler;
    private final int runsOfEach;
    private final Set<P> tried = new HashSet<>();
    private P shortest;
    private AssertionError failure;
    private boolean stopped;
    private int runs;

    /**
     * Prepares a reduction.
     *
     * @param failing the program that failed
     * @param failure its failure
     * @param trial runs a program; throws an {@link AssertionError} if it fails
     * @param simpler returns simpler programs in the order in which to try them
     * @param runsOfEach how often a program is run, each of two times, before it counts as one that does not fail
     */
    Reduction(P failing, AssertionError failure, Consumer<P> trial, Function<P, Stream<P>> simpler, int runsOfEach) {
        this.trial = trial;
        this.simpler = simpler;
        this.runsOfEach = runsOfEach;
        shortest = failing;
        this.failure = failure;
        tried.add(failing);
        stopped = mustStop(failure);
    }

    /** Searches until no simpler program fails or the runs are used up. */
    Reduction<P> run() {
        boolean found = true;
        while (found) {
            found = simpler.apply(shortest)
                    .filter(tried::add)
                    .takeWhile(program -> !stopped && runs < MOST_RUNS)
                    .anyMatch(this::fails);
        }
        return this;
    }

    /** Returns true if the program fails, and fails again: one that failed by accident would pass when it is pasted. */
    private boolean fails(P program) {
        if (failureOf(program).isEmpty()) {
            return false;
        }
        Optional<AssertionError> again = failureOf(program);
        again.ifPresent(failed -> {
            shortest = program;
            failure = failed;
        });
        return again.isPresent();
    }

    private Optional<AssertionError> failureOf(P program) {
        for (int i = 0; i < runsOfEach && !stopped && runs < MOST_RUNS; i++) {
            runs++;
            try {
                trial.accept(program);
            } catch (AssertionError failed) {
                stopped = mustStop(failed);
                return stopped ? Optional.empty() : Optional.of(failed);
            } catch (RuntimeException otherwise) {
                // Skipped, or broken in another way than the program to reduce.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean mustStop(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Returns the shortest program found that fails. */
    P shortest() {
        return shortest;
    }

    /** Returns the number of runs so far. */
    int runs() {
        return runs;
    }

    /** Returns the failure of the shortest program, with a message that says from what it was reduced. */
    AssertionError failure(String reducedFrom) {
        return runs == 0
                ? failure
                : new AssertionError(
                        "reduced from " + reducedFrom + " in " + runs + " runs; " + failure.getMessage(), failure);
    }
}
