package io.handlekit.mock.internal.command;

import java.nio.file.Path;
import java.util.function.Supplier;

/** The invalid value of an option. The command adds to the message whether the option or its variable set it. */
class InvalidOption extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String option;

    InvalidOption(String option, String why) {
        super(why);
        this.option = option;
    }

    InvalidOption(String option, String why, Throwable cause) {
        super(why, cause);
        this.option = option;
    }

    /** Returns the supplied value. An {@link IllegalArgumentException} becomes an invalid value of this option. */
    static <T> T of(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidOption known) {
            throw known;
        } catch (IllegalArgumentException bad) {
            throw new InvalidOption(option, String.valueOf(bad.getMessage()), bad);
        }
    }

    /** Returns true if the word is {@code true}. */
    static boolean flag(String option, String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidOption(option, option.substring(2) + " must be true or false");
        };
    }

    /** Returns the path that an option names. */
    static Path file(String option, String name) {
        if (name.isEmpty()) {
            throw new InvalidOption(option, "the file name must not be empty");
        }
        return of(option, () -> Path.of(name));
    }

    String option() {
        return option;
    }
}
