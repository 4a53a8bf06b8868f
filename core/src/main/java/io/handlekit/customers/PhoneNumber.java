package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import java.util.Objects;

/**
 * A telephone or fax number in the three parts that the service stores. Handlekit does not guess where an area code
 * ends: split the number yourself.
 *
 * <pre>{@code new PhoneNumber("+31", "20", "5551234");}</pre>
 *
 * @param countryCode a plus sign and one to four digits ({@code +31})
 * @param areaCode the area code without its leading zero ({@code 20}); may be empty, but some registries refuse that
 * @param subscriberNumber the subscriber's digits ({@code 5551234})
 */
public record PhoneNumber(String countryCode, String areaCode, String subscriberNumber) {
    /** No number. */
    public static final PhoneNumber EMPTY = new PhoneNumber("", "", "");

    /** Creates the value. No part may be {@code null}. */
    public PhoneNumber {
        Objects.requireNonNull(countryCode, "countryCode");
        Objects.requireNonNull(areaCode, "areaCode");
        Objects.requireNonNull(subscriberNumber, "subscriberNumber");
    }

    /** Returns true if all three parts are empty, which counts as no number. */
    public boolean isEmpty() {
        return countryCode.isEmpty() && areaCode.isEmpty() && subscriberNumber.isEmpty();
    }

    @Override
    public String toString() {
        return FilledFields.in("PhoneNumber")
                .part("country_code", countryCode.isEmpty())
                .part("area_code", areaCode.isEmpty())
                .part("subscriber_number", subscriberNumber.isEmpty())
                .toString();
    }
}
