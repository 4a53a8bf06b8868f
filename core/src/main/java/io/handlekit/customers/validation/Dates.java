package io.handlekit.customers.validation;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates as the service writes them. */
final class Dates {
    private Dates() {}

    /** Whether the text is a day of the calendar, {@code YYYY-MM-DD}. */
    static boolean isDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text) != null;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
