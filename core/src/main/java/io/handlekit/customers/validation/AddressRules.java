package io.handlekit.customers.validation;

import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.validation.internal.Countries;
import io.handlekit.customers.validation.internal.FindingsCollector;

/** A complete address with a real country; house number and postal code as registries like them. */
final class AddressRules {
    private AddressRules() {}

    static void check(PostalAddress address, FindingsCollector report) {
        if (report.given("address.street", 110, address.street())) {
            report.noControls("address.street", 111, address.street());
        }
        checkNumber(address, report);
        checkZipcode(address, report);
        if (report.given("address.city", 117, address.city())) {
            report.noControls("address.city", 118, address.city());
        }
        report.noControls("address.state", 119, address.state());
        checkCountry(address.country(), report);
    }

    private static void checkNumber(PostalAddress address, FindingsCollector report) {
        if (address.number().isBlank()) {
            report.warning("address.number", 112, "some registries refuse an address without a house number");
        } else {
            report.noControls("address.number", 113, address.number());
        }
        report.noControls("address.suffix", 114, address.suffix());
    }

    private static void checkZipcode(PostalAddress address, FindingsCollector report) {
        if (!report.given("address.zipcode", 115, address.zipcode())) {
            return;
        }
        if (!ZipFormats.fits(address.country(), address.zipcode())) {
            report.warning("address.zipcode", 116, "not the form documented for the postal codes of this country");
        }
        report.noControls("address.zipcode", 116, address.zipcode());
    }

    private static void checkCountry(String country, FindingsCollector report) {
        if (!report.given("address.country", 120, country) || Countries.isCode(country)) {
            return;
        }
        if (Countries.isNearlyCode(country)) {
            report.warning("address.country", 121, "the service documents two capital letters of ISO 3166-1");
        } else {
            report.error("address.country", 121, "not a country code of ISO 3166-1, such as NL");
        }
    }
}
