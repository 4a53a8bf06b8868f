package io.handlekit.mock.internal.faults;

import io.handlekit.mock.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The armed faults, in order. The same calls trigger the same faults. Thread-safe. */
public final class ArmedFaults {
    private static final int MOST = 1_000;

    private final List<Armed> armed = new ArrayList<>();

    public synchronized List<Fault> all() {
        return armed.stream().map(one -> one.fault).toList();
    }

    public synchronized void set(List<Fault> faults) {
        bound(faults.size());
        armed.clear();
        faults.forEach(fault -> armed.add(new Armed(fault)));
    }

    public synchronized void add(List<Fault> faults) {
        bound(armed.size() + faults.size());
        faults.forEach(fault -> armed.add(new Armed(fault)));
    }

    private static void bound(int count) {
        if (count > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " faults can be armed");
        }
    }

    /** Returns the faults that this call triggers: all delays that are due, and the first other fault that is due. */
    public synchronized TriggeredFaults strike(String method, String path) {
        int before = 0;
        int after = 0;
        Optional<FaultAction> end = Optional.empty();
        List<FaultAction> all = new ArrayList<>(0);
        for (Armed one : armed) {
            FaultAction trouble = one.fault.trouble();
            boolean isDelay = trouble.kind() == FaultAction.Kind.DELAY;
            if (!one.fault.calls().include(method, path) || !one.isDue() || (!isDelay && end.isPresent())) {
                continue;
            }
            one.strikes++;
            all.add(trouble);
            if (!isDelay) {
                end = Optional.of(trouble);
            } else if (trouble.afterEffect()) {
                after += one.delay();
            } else {
                before += one.delay();
            }
        }
        armed.removeIf(Armed::isSpent);
        return new TriggeredFaults(bounded(before), bounded(after), end, all);
    }

    private static int bounded(int millis) {
        return Math.min(millis, FaultAction.LONGEST_MILLIS);
    }

    /** A fault with its counters. */
    private static final class Armed {
        private final Fault fault;
        private final SplittableRandom chance;
        private long calls;
        private long strikes;

        Armed(Fault fault) {
            this.fault = fault;
            chance = new SplittableRandom(fault.turns().seed());
        }

        boolean isDue() {
            return fault.turns().strike(++calls, chance);
        }

        int delay() {
            List<Integer> bounds = fault.trouble().numbers();
            return chance.nextInt(bounds.get(0), bounds.get(1) + 1);
        }

        boolean isSpent() {
            return fault.turns().areOver(calls, strikes);
        }
    }
}
