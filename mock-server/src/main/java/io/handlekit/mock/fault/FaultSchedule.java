package io.handlekit.mock.fault;

import java.util.Locale;

/**
 * At which of its calls a fault strikes.
 *
 * @param rule how the number is meant
 * @param number of a call, or a share of all calls
 * @param seed where chance begins
 * @param atMost how often it strikes at most
 */
public record FaultSchedule(Rule rule, double number, long seed, int atMost) {
    public static final FaultSchedule ALL = new FaultSchedule(Rule.EVERY, 1, 0, Integer.MAX_VALUE);

    public FaultSchedule {
        if (rule == Rule.FRACTION ? !(number >= 0 && number <= 1) : number < 1) {
            throw new IllegalArgumentException(
                    rule == Rule.FRACTION ? "a fraction is between 0 and 1" : "calls are counted from 1");
        }
        if (atMost < 1) {
            throw new IllegalArgumentException("a fault strikes at least once");
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
