package io.handlekit.mock.internal.journal;

import io.handlekit.mock.journal.ExpectedCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A check of expected calls against the journal. Its outcome is unknown if dropped exchanges, or bodies that were not
 * recorded, could change it.
 */
public final class JournalCheck {
    private static final int MOST_NEAR = 3;

    private final ExpectedCalls expected;
    private final CallComparison comparison;
    private final long dropped;
    private final Nearest matching = new Nearest();
    private final Nearest differing = new Nearest();
    private final Nearest withoutBody = new Nearest();
    private final List<Journal.Numbered> others = new ArrayList<>();

    private JournalCheck(ExpectedCalls expected, long dropped) {
        this.expected = expected;
        comparison = new CallComparison(expected);
        this.dropped = dropped;
    }

    public static JournalCheck of(ExpectedCalls expected, Journal.Excerpt journal) {
        JournalCheck check = new JournalCheck(expected, journal.dropped());
        journal.numbered().forEach(check::count);
        return check;
    }

    private void count(Journal.Numbered one) {
        if (!comparison.isTo(one.exchange())) {
            others.add(one);
            return;
        }
        NearCall call = comparison.of(one);
        if (!call.differences().isEmpty()) {
            differing.add(call);
        } else {
            (comparison.lacksBody(one.exchange()) ? withoutBody : matching).add(call);
        }
    }

    public Outcome outcome() {
        ExpectedCalls.Times times = expected.times();
        long mostPossible = matched() + dropped + withoutBody.count;
        if (mostPossible < times.least() || matched() > times.most()) {
            return Outcome.FAILED;
        }
        return matched() >= times.least() && mostPossible <= times.most() ? Outcome.VERIFIED : Outcome.UNKNOWN;
    }

    /** Returns the number of calls that match. */
    public long matched() {
        return matching.count;
    }

    /** Returns the number of exchanges that were dropped before the check. */
    public long dropped() {
        return dropped;
    }

    /**
     * Returns the calls that explain the outcome, three at most, the nearest first: the matching ones if there are too many,
     * and otherwise those of that method and path that differ otherwise. If the calls are not verified and there are none
     * of these, the nearest others are shown.
     */
    public List<NearCall> near() {
        if (matched() > expected.times().most()) {
            return matching.calls();
        }
        if (differing.count > 0 || outcome() == Outcome.VERIFIED) {
            return differing.calls();
        }
        return Stream.of(withoutBody, nearestOthers(), matching)
                .filter(calls -> calls.count > 0)
                .findFirst()
                .map(Nearest::calls)
                .orElse(List.of());
    }

    /** Returns the nearest calls of another method or path. They are compared only here, where it matters. */
    private Nearest nearestOthers() {
        Nearest nearest = new Nearest();
        others.forEach(one -> nearest.add(comparison.of(one)));
        return nearest;
    }

    /** Returns the outcome as one line, without anything that a client sent. */
    public String sentence() {
        String result = "expected " + expected + ", found " + matched();
        return switch (outcome()) {
            case VERIFIED -> result;
            case FAILED -> result + seen();
            case UNKNOWN ->
                result + "; unknown, because "
                        + (dropped > 0
                                ? dropped + " exchanges were dropped"
                                : withoutBody.count + " bodies were not recorded");
        };
    }

    private String seen() {
        if (differing.count > 0) {
            return ", and " + differing.count
                    + (expected.query().isEmpty() && expected.headers().isEmpty()
                            ? " with another body"
                            : " that differ otherwise");
        }
        return matched() > 0 || others.isEmpty() ? "" : ", and " + others.size() + " of another method or path";
    }

    /** Returns the outcome and the near calls that differ, a line each, without anything that a client sent. */
    public String report() {
        return sentence()
                + near().stream()
                        .filter(call -> !call.differences().isEmpty())
                        .map(call -> "\n  " + call)
                        .collect(Collectors.joining());
    }

    /** The result of a check. */
    public enum Outcome {
        VERIFIED,
        FAILED,
        UNKNOWN
    }

    /** The number of some calls, and the nearest of them. */
    private static final class Nearest {
        private final List<NearCall> calls = new ArrayList<>(MOST_NEAR + 1);
        private long count;

        private void add(NearCall call) {
            count++;
            calls.add(call);
            calls.sort(NearCall.NEAREST_FIRST);
            if (calls.size() > MOST_NEAR) {
                calls.remove(MOST_NEAR);
            }
        }

        private List<NearCall> calls() {
            return List.copyOf(calls);
        }
    }
}
