package io.handlekit.customers.internal;

import java.time.YearMonth;

/** The date format of the service. */
public final class Dates {
    private static final String FORMAT = "####-##-##";

    private Dates() {}

    /** Returns true if the text is a day of the calendar as {@code YYYY-MM-DD}. */
    public static boolean isDate(String text) {
        if (!hasFormat(text)) {
            return false;
        }
        int month = number(text, 5, 7);
        return month >= 1
                && month <= 12
                && YearMonth.of(number(text, 0, 4), month).isValidDay(number(text, 8, 10));
    }

    private static boolean hasFormat(String text) {
        if (text.length() != FORMAT.length()) {
            return false;
        }
        for (int i = 0; i < FORMAT.length(); i++) {
            char c = text.charAt(i);
            if (FORMAT.charAt(i) == '#' ? c < '0' || c > '9' : c != FORMAT.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
