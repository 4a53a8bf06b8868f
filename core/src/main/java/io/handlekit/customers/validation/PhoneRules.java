package io.handlekit.customers.validation;

import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.validation.internal.FindingsCollector;

/** Telephone and fax numbers. The vendor's codes differ: a fax has no "empty" ones, but may be left out as a whole. */
final class PhoneRules {
    private static final String COUNTRY_CODE_FORM = "a plus sign and one to four digits are expected, such as +31";
    private static final String DIGITS = "digits alone are expected";

    private PhoneRules() {}

    static void checkPhone(PhoneNumber phone, FindingsCollector report) {
        if (report.given("phone.country_code", 130, phone.countryCode()) && !isCountryCode(phone.countryCode())) {
            report.error("phone.country_code", 131, COUNTRY_CODE_FORM);
        }
        if (phone.areaCode().isBlank()) {
            report.warning("phone.area_code", 132, "the service may refuse a number without an area code");
        } else if (!isDigits(phone.areaCode(), 0)) {
            report.warning("phone.area_code", 133, DIGITS);
        }
        if (report.given("phone.subscriber_number", 134, phone.subscriberNumber())
                && !isDigits(phone.subscriberNumber(), 0)) {
            report.warning("phone.subscriber_number", 135, DIGITS);
        }
    }

    static void checkFax(PhoneNumber fax, FindingsCollector report) {
        if (fax.isEmpty()) {
            return;
        }
        if (report.given("fax.country_code", 144, fax.countryCode()) && !isCountryCode(fax.countryCode())) {
            report.error("fax.country_code", 141, COUNTRY_CODE_FORM);
        }
        if (!isDigits(fax.areaCode(), 0)) {
            report.warning("fax.area_code", 142, DIGITS);
        }
        if (report.given("fax.subscriber_number", 144, fax.subscriberNumber())
                && !isDigits(fax.subscriberNumber(), 0)) {
            report.warning("fax.subscriber_number", 143, DIGITS);
        }
    }

    private static boolean isCountryCode(String text) {
        return text.charAt(0) == '+' && text.length() >= 2 && text.length() <= 5 && isDigits(text, 1);
    }

    private static boolean isDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
