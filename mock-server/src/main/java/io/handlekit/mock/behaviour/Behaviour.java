package io.handlekit.mock.behaviour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mock's behaviour where that of the real service is not certain: a value for each {@link Switch}, the account that
 * may log in, and the first number of handles. Immutable.
 *
 * <pre>{@code
 * Behaviour strict = Behaviour.defaults().with(Switch.Token.ISSUED).with(Switch.Limits.LIVE);
 * MockOpenprovider.start(MockOptions.defaults().behaviour(strict));
 * }</pre>
 */
public final class Behaviour {
    private static final int FIRST_NUMBER = 900_001;
    private static final int GREATEST_FIRST_NUMBER = 999_999;
    private static final Behaviour DEFAULTS = new Behaviour(
            Switch.all().stream()
                    .collect(Collectors.toMap(
                            which -> which, which -> Switch.values(which).get(0))),
            Optional.empty(),
            FIRST_NUMBER);

    private final Map<Class<?>, Switch> values;
    private final Optional<Account> account;
    private final int numberingStart;

    private Behaviour(Map<Class<?>, Switch> values, Optional<Account> account, int numberingStart) {
        this.values = Map.copyOf(values);
        this.account = account;
        this.numberingStart = numberingStart;
    }

    /** Returns the defaults: every switch at its default, logins with any account, handles from 900001. */
    public static Behaviour defaults() {
        return DEFAULTS;
    }

    /** Returns this behaviour with one switch set. */
    public Behaviour with(Switch value) {
        Map<Class<?>, Switch> next = new HashMap<>(values);
        next.put(value.getClass(), value);
        return new Behaviour(next, account, numberingStart);
    }

    /**
     * Returns this behaviour with one switch set by name, as on the command line and in the environment.
     *
     * @param name the switch, such as {@code put-sections}; or {@code account}, or {@code numbering-start}
     * @param word the value, such as {@code merge}; {@code user:password} or {@code any} for an account; a number
     * @throws IllegalArgumentException if the switch or the value is unknown
     */
    public Behaviour with(String name, String word) {
        return switch (name) {
            case "account" ->
                new Behaviour(
                        values,
                        word.equals("any") ? Optional.empty() : Optional.of(Account.parse(word)),
                        numberingStart);
            case "numbering-start" -> numberingStart(number(word));
            default -> with(value(name, word));
        };
    }

    private static Switch value(String name, String word) {
        List<? extends Switch> all = Switch.all().stream()
                .filter(type -> Switch.name(type).equals(name))
                .findAny()
                .map(Switch::values)
                .orElseThrow(() -> new IllegalArgumentException("unknown switch: " + name));
        return all.stream()
                .filter(value -> value.word().equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must be " + all.stream().map(Switch::word).collect(Collectors.joining(" or "))));
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("numbering-start must be a whole number", notWhole);
        }
    }

    /** Returns this behaviour with one account, the only one that may log in. */
    public Behaviour account(Account account) {
        return new Behaviour(values, Optional.of(account), numberingStart);
    }

    /**
     * Returns this behaviour with another first number for the handles of each pair of letters.
     *
     * @throws IllegalArgumentException if the number is not between 1 and 999999
     */
    public Behaviour numberingStart(int first) {
        if (first < 1 || first > GREATEST_FIRST_NUMBER) {
            throw new IllegalArgumentException("numbering-start must be between 1 and " + GREATEST_FIRST_NUMBER);
        }
        return new Behaviour(values, account, first);
    }

    /** Returns the value of a switch: {@code behaviour.get(Switch.Limits.class)}. */
    public <S extends Switch> S get(Class<S> which) {
        Switch value = values.get(which);
        // Only the type Switch itself has no value here; then this throws.
        return value == null ? Switch.values(which).get(0) : which.cast(value);
    }

    /** Returns true if a switch has this value. */
    public boolean is(Switch value) {
        return get(value.getClass()).equals(value);
    }

    /** Returns the only account that may log in, or nothing if any may. */
    public Optional<Account> account() {
        return account;
    }

    /** Returns the first number for the handles of each pair of letters. */
    public int numberingStart() {
        return numberingStart;
    }

    private List<Object> parts() {
        return List.of(values, account, numberingStart);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Behaviour that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Shows the values that differ from the default, by their command line names, and hides the account. */
    @Override
    public String toString() {
        return "Behaviour[" + words() + "]";
    }

    public String words() {
        Stream<String> switches = Switch.all().stream()
                .map(this::get)
                .filter(value -> !DEFAULTS.is(value))
                .map(value -> Switch.name(value.getClass()) + "=" + value.word());
        Stream<String> others = Stream.of(
                account.isPresent() ? "account" : "",
                numberingStart == FIRST_NUMBER ? "" : "numbering-start=" + numberingStart);
        return Stream.concat(switches, others).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }
}
