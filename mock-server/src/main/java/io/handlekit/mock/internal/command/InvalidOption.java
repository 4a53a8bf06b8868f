package io.handlekit.mock.internal.command;

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

    String option() {
        return option;
    }
}
