package io.handlekit.mock.internal.command;

import java.nio.file.Path;
import java.util.function.Supplier;

/** That the value of an option cannot be followed. Who tells of it says what set it: the option, or a variable. */
final class InvalidOption extends IllegalArgumentException {
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

    /** What comes of the value of an option; whatever is wrong with it is said to be of that option. */
    static <T> T of(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidOption known) {
            throw known;
        } catch (IllegalArgumentException bad) {
            throw new InvalidOption(option, String.valueOf(bad.getMessage()), bad);
        }
    }

    /** Whether an option is on. */
    static boolean flag(String option, String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidOption(option, option.substring(2) + " is true or false");
        };
    }

    /** The file that an option names. */
    static Path file(String option, String name) {
        if (name.isEmpty()) {
            throw new InvalidOption(option, "the name of a file is not empty");
        }
        return of(option, () -> Path.of(name));
    }

    String option() {
        return option;
    }
}
