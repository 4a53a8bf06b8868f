package io.handlekit.mock.internal.faults;

import java.util.Locale;
import java.util.SplittableRandom;

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

    boolean strike(long call, SplittableRandom chance) {
        return switch (rule) {
            case NTH -> call == (long) number;
            case EVERY -> call % (long) number == 0;
            case FRACTION -> chance.nextDouble() < number;
        };
    }

    /** Whether there is nothing more to come after so many calls and strikes. */
    boolean areOver(long calls, long strikes) {
        return strikes >= atMost || (rule == Rule.NTH && calls >= (long) number);
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
