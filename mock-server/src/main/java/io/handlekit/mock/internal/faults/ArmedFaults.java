package io.handlekit.mock.internal.faults;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultAction;
import io.handlekit.mock.fault.FaultSchedule;
import io.handlekit.mock.internal.base.CallPattern;
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
    public synchronized TriggeredFaults trigger(String method, String path) {
        int before = 0;
        int after = 0;
        Optional<FaultAction> end = Optional.empty();
        List<FaultAction> all = new ArrayList<>(0);
        for (Armed one : armed) {
            FaultAction action = one.fault.action();
            boolean isDelay = action.kind() == FaultAction.Kind.DELAY;
            if (!one.calls.includes(method, path) || !one.isDue() || (!isDelay && end.isPresent())) {
                continue;
            }
            one.triggered++;
            all.add(action);
            if (!isDelay) {
                end = Optional.of(action);
            } else if (action.afterEffect()) {
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
        private final CallPattern calls;
        private final SplittableRandom chance;
        private long met;
        private long triggered;

        Armed(Fault fault) {
            this.fault = fault;
            calls = CallPattern.ofFault(fault.method(), fault.path());
            chance = new SplittableRandom(fault.schedule().seed());
        }

        boolean isDue() {
            met++;
            FaultSchedule schedule = fault.schedule();
            return switch (schedule.rule()) {
                case NTH -> met == (long) schedule.number();
                case EVERY -> met % (long) schedule.number() == 0;
                case FRACTION -> chance.nextDouble() < schedule.number();
            };
        }

        int delay() {
            List<Integer> bounds = fault.action().numbers();
            return chance.nextInt(bounds.get(0), bounds.get(1) + 1);
        }

        boolean isSpent() {
            FaultSchedule schedule = fault.schedule();
            return triggered >= schedule.atMost()
                    || (schedule.rule() == FaultSchedule.Rule.NTH && met >= (long) schedule.number());
        }
    }
}
