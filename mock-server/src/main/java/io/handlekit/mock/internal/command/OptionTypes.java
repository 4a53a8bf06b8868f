package io.handlekit.mock.internal.command;

import io.handlekit.mock.behaviour.Account;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;

/** The types of option values. Messages do not show an invalid value, as picocli's do: it may be a password. */
final class OptionTypes {
    private static final String ANY_ACCOUNT = "any";

    private OptionTypes() {}

    /** Lets the command convert values to these types. */
    static CommandLine register(CommandLine command) {
        return command.registerConverter(String.class, intact(text -> text))
                .registerConverter(boolean.class, intact(OptionTypes::flag))
                .registerConverter(int.class, intact(text -> whole(text, Integer::valueOf)))
                .registerConverter(long.class, intact(text -> whole(text, Long::valueOf)))
                .registerConverter(Long.class, intact(text -> whole(text, Long::valueOf)))
                .registerConverter(Path.class, intact(OptionTypes::path))
                .registerConverter(ControlOptions.OnOff.class, intact(word(ControlOptions.OnOff.values())))
                .registerConverter(ProcessOptions.Log.class, intact(word(ProcessOptions.Log.values())))
                .registerConverter(StartingOptions.Faults.class, intact(word(StartingOptions.Faults.values())))
                .registerConverter(Account.class, intact(OptionTypes::account));
    }

    /** Returns the converter, after a check that the text was not changed on its way. */
    static <T> ITypeConverter<T> intact(ITypeConverter<T> converter) {
        return text -> {
            MangledText.refuse(text);
            return converter.convert(text);
        };
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static <N> N whole(String text, Function<String, N> number) {
        try {
            return number.apply(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    text.matches("[-+]?[0-9]+") ? "the number has too many digits" : "must be a whole number",
                    unreadable);
        }
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the file name must not be empty");
        }
        return Path.of(text);
    }

    private static <E extends Enum<E>> ITypeConverter<E> word(E[] values) {
        return text -> Stream.of(values)
                .filter(value -> value.toString().equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be " + Stream.of(values).map(Enum::toString).collect(Collectors.joining(" or "))));
    }

    /** Returns null for any account, of which picocli makes an empty value. */
    private static @Nullable Account account(String text) {
        return text.equals(ANY_ACCOUNT) ? null : Account.parse(text);
    }
}
