package io.handlekit.mock.fault;

import java.util.Locale;

/**
 * Which of its calls trigger a fault; see {@link Fault} for examples.
 *
 * @param rule the meaning of the number
 * @param number the number of a call, or a fraction of all calls
 * @param seed the random seed
 * @param atMost how often the fault triggers at most
 */
public record FaultSchedule(Rule rule, double number, long seed, int atMost) {
    public static final FaultSchedule ALL = new FaultSchedule(Rule.EVERY, 1, 0, Integer.MAX_VALUE);

    public FaultSchedule {
        if (rule == Rule.FRACTION ? !(number >= 0 && number <= 1) : number < 1) {
            throw new IllegalArgumentException(
                    rule == Rule.FRACTION ? "a fraction must be between 0 and 1" : "calls count from 1");
        }
        if (atMost < 1) {
            throw new IllegalArgumentException("a fault must trigger at least once");
        }
    }

    public enum Rule {
        NTH,
        EVERY,
        FRACTION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
