package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;

/**
 * A handle without its number. Numbers are counted for each pair of letters, whatever the country.
 *
 * @param letters the two letters at its start
 * @param country the country at its end
 */
public record HandleTemplate(String letters, String country) {
    private static final int MILLION = 1_000_000;

    /** Returns the handle with this number, in six digits, or seven when six are used up. */
    public CustomerHandle number(int number) {
        String digits = number < MILLION ? Integer.toString(MILLION + number).substring(1) : Integer.toString(number);
        return new CustomerHandle(letters + digits + "-" + country);
    }

    @Override
    public String toString() {
        return "HandleTemplate[" + letters + "-" + country + "]";
    }
}
