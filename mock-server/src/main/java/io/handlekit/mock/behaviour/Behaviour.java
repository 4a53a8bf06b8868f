package io.handlekit.mock.behaviour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the mock behaves where the real service could behave otherwise: a value for each {@link Switch}, who may log in,
 * and where handles begin. Immutable.
 *
 * <pre>{@code
 * Behaviour strict = Behaviour.defaults().with(Switch.Token.ISSUED).with(Switch.Limits.LIVE);
 * MockOpenprovider.start(MockOptions.defaults().behaviour(strict));
 * }</pre>
 */
public final class Behaviour {
    private static final int FIRST_NUMBER = 900_001;
    private static final int GREATEST_FIRST_NUMBER = 999_999;
    private static final Behaviour DEFAULTS = new Behaviour(Map.of(), Optional.empty(), FIRST_NUMBER);

    private final Map<Class<?>, Switch> set;
    private final Optional<Account> account;
    private final int numberingStart;

    private Behaviour(Map<Class<?>, Switch> set, Optional<Account> account, int numberingStart) {
        this.set = set;
        this.account = account;
        this.numberingStart = numberingStart;
    }

    /** Every switch at its default, a login for everybody, handles from 900001. */
    public static Behaviour defaults() {
        return DEFAULTS;
    }

    /** The same with one switch set. */
    public Behaviour with(Switch value) {
        Map<Class<?>, Switch> next = new HashMap<>(set);
        next.put(value.getClass(), value);
        return new Behaviour(next, account, numberingStart);
    }

    /**
     * The same with one switch set by its words, as the command line and the environment have them.
     *
     * @param name the switch, such as {@code put-sections}; {@code account} and {@code numbering-start} too
     * @param word its value, such as {@code merge}; {@code user:password} or {@code any}; a number
     * @throws IllegalArgumentException if there is no such switch or value
     */
    public Behaviour with(String name, String word) {
        return switch (name) {
            case "account" ->
                new Behaviour(
                        set, word.equals("any") ? Optional.empty() : Optional.of(Account.parse(word)), numberingStart);
            case "numbering-start" -> numberingStart(number(word));
            default -> with(value(name, word));
        };
    }

    private static Switch value(String name, String word) {
        List<? extends Switch> values = Switch.all().stream()
                .filter(type -> Switch.name(type).equals(name))
                .findAny()
                .map(Switch::values)
                .orElseThrow(() -> new IllegalArgumentException("no such switch: " + name));
        return values.stream()
                .filter(value -> value.word().equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " is " + values.stream().map(Switch::word).collect(Collectors.joining(" or "))));
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("numbering-start is a whole number", notWhole);
        }
    }

    /** The same, and nobody else may log in. */
    public Behaviour account(Account account) {
        return new Behaviour(set, Optional.of(account), numberingStart);
    }

    /**
     * The same with another first number for the handles of each pair of letters.
     *
     * @throws IllegalArgumentException unless it is between 1 and 999999
     */
    public Behaviour numberingStart(int first) {
        if (first < 1 || first > GREATEST_FIRST_NUMBER) {
            throw new IllegalArgumentException("numbers of handles start between 1 and " + GREATEST_FIRST_NUMBER);
        }
        return new Behaviour(set, account, first);
    }

    /** The value of a switch: {@code behaviour.get(Switch.Limits.class)}. */
    public <S extends Switch> S get(Class<S> which) {
        Switch value = set.get(which);
        return value == null ? Switch.values(which).get(0) : which.cast(value);
    }

    /** Whether a switch has this value. */
    public boolean is(Switch value) {
        return get(value.getClass()).equals(value);
    }

    /** Who alone may log in; nothing if everybody may. */
    public Optional<Account> account() {
        return account;
    }

    /** The first number for the handles of each pair of letters. */
    public int numberingStart() {
        return numberingStart;
    }

    private List<Object> parts() {
        return List.of(Switch.all().stream().map(this::get).toList(), account, numberingStart);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Behaviour that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** What is not at its default, in the words of the command line; of an account only that there is one. */
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
