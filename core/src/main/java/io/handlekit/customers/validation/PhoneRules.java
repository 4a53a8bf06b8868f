package io.handlekit.customers.validation;

import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.validation.internal.FindingsCollector;

/** Rules for telephone and fax numbers. The vendor's codes differ: a fax has no "empty" codes, and is optional. */
final class PhoneRules {
    private static final String NO_COUNTRY_CODE =
            "not a country code; use a plus sign and one to four digits, such as +31";
    private static final String NOT_DIGITS = "contains other characters than the digits 0 to 9";

    private PhoneRules() {}

    static void checkPhone(PhoneNumber phone, FindingsCollector findings) {
        if (findings.requireText("phone.country_code", 130, phone.countryCode())
                && !isCountryCode(phone.countryCode())) {
            findings.error("phone.country_code", 131, NO_COUNTRY_CODE);
        }
        if (phone.areaCode().isBlank()) {
            findings.warning("phone.area_code", 132, "the service may refuse a number without an area code");
        } else if (!isDigits(phone.areaCode(), 0)) {
            findings.warning("phone.area_code", 133, NOT_DIGITS);
        }
        if (findings.requireText("phone.subscriber_number", 134, phone.subscriberNumber())
                && !isDigits(phone.subscriberNumber(), 0)) {
            findings.warning("phone.subscriber_number", 135, NOT_DIGITS);
        }
    }

    static void checkFax(PhoneNumber fax, FindingsCollector findings) {
        if (fax.isEmpty()) {
            return;
        }
        if (findings.requireText("fax.country_code", 144, fax.countryCode()) && !isCountryCode(fax.countryCode())) {
            findings.error("fax.country_code", 141, NO_COUNTRY_CODE);
        }
        if (!isDigits(fax.areaCode(), 0)) {
            findings.warning("fax.area_code", 142, NOT_DIGITS);
        }
        if (findings.requireText("fax.subscriber_number", 144, fax.subscriberNumber())
                && !isDigits(fax.subscriberNumber(), 0)) {
            findings.warning("fax.subscriber_number", 143, NOT_DIGITS);
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
