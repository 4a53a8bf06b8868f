package io.handlekit.customers.validation.internal;

import java.time.YearMonth;

/** Dates as the service writes them. */
public final class Dates {
    private static final String FORM = "####-##-##";

    private Dates() {}

    /** Whether the text is a day of the calendar, {@code YYYY-MM-DD}. */
    public static boolean isDate(String text) {
        if (!hasForm(text)) {
            return false;
        }
        int month = number(text, 5, 7);
        return month >= 1
                && month <= 12
                && YearMonth.of(number(text, 0, 4), month).isValidDay(number(text, 8, 10));
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '#' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
