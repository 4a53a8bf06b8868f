package io.handlekit.mock.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The action of a fault on a call; see {@link Fault} for examples.
 *
 * @param kind the kind of fault
 * @param numbers a number for each parameter of the kind; optional ones may be missing at the end
 * @param afterEffect whether the call has its effect before the fault
 */
public record FaultAction(Kind kind, List<Integer> numbers, boolean afterEffect) {
    /** The longest wait that faults cause: ten minutes. */
    public static final int LONGEST_MILLIS = 600_000;

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

    public FaultAction {
        numbers = List.copyOf(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            kind.parameters().get(i).check(numbers.get(i));
        }
        if (kind == Kind.STATUS && numbers.size() > 1 && WITHOUT_BODY.contains(numbers.get(0))) {
            throw new IllegalArgumentException("an answer with HTTP " + numbers.get(0) + " has no body for a code");
        }
        if (kind == Kind.DELAY && numbers.get(0) > numbers.get(1)) {
            throw new IllegalArgumentException("the shortest delay must not be longer than the longest");
        }
        if (afterEffect ? kind.when == Effect.NEVER : kind.when == Effect.ALWAYS) {
            throw new IllegalArgumentException(
                    kind.word() + (afterEffect ? " cannot come after the effect" : " always comes after the effect"));
        }
    }

    public static FaultAction of(Kind kind, Integer... numbers) {
        return new FaultAction(kind, List.of(numbers), kind.when == Effect.ALWAYS);
    }

    /** Shows the fault as in {@code html-page(status=502) after the effect}. */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            shown.add(kind.parameters().get(i).name() + "=" + numbers.get(i));
        }
        return kind.word()
                + (shown.isEmpty() ? "" : shown.stream().collect(Collectors.joining(", ", "(", ")")))
                + (afterEffect && kind.when == Effect.EITHER ? " after the effect" : "");
    }

    /** The effect of a call with the fault. */
    enum Effect {
        /** The fault chooses. */
        EITHER,
        /** The fault breaks the answer, so the call has its effect first. */
        ALWAYS,
        NEVER
    }

    public enum Kind {
        /** The call waits; nothing else breaks. */
        DELAY(Effect.EITHER, millis("from_ms"), millis("to_ms")),
        VENDOR_ERROR(Effect.EITHER, new Parameter("code", 1, Integer.MAX_VALUE)),
        EXPIRED_TOKEN(Effect.NEVER),
        /** A status without a body, or with an error's envelope if there is a code. */
        STATUS(Effect.EITHER, new Parameter("status", 200, 599), new Parameter("code", 1, Integer.MAX_VALUE, false)),
        HTML_PAGE(Effect.EITHER, new Parameter("status", 400, 599)),
        RESET(Effect.EITHER),
        SILENCE(Effect.EITHER),
        TRUNCATED(Effect.ALWAYS),
        WRONG_LENGTH(Effect.ALWAYS, new Parameter("by", -1_000_000, 1_000_000)),
        DRIP(Effect.ALWAYS, millis("pause_ms")),
        TWICE(Effect.ALWAYS);

        private final Effect when;

        // List.of is immutable.
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Parameter> parameters;

        Kind(Effect when, Parameter... parameters) {
            this.when = when;
            this.parameters = List.of(parameters);
        }

        private static Parameter millis(String name) {
            return new Parameter(name, 0, LONGEST_MILLIS);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public List<Parameter> parameters() {
            return parameters;
        }
    }

    /**
     * A number of a kind of fault.
     *
     * @param name its name in JSON
     * @param least the smallest value
     * @param most the largest value
     * @param isRequired false if the fault can do without it
     */
    public record Parameter(String name, int least, int most, boolean isRequired) {
        /** Creates a number that the fault needs. */
        public Parameter(String name, int least, int most) {
            this(name, least, most, true);
        }

        public void check(int number) {
            if (number < least || number > most) {
                throw new IllegalArgumentException(name + " must be between " + least + " and " + most);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
