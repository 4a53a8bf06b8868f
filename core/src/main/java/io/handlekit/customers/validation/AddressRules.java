package io.handlekit.customers.validation;

import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.validation.internal.FindingsCollector;

/** Rules for an address: complete, with an existing country, and with a house number and postal code for registries. */
final class AddressRules {
    private AddressRules() {}

    static void check(PostalAddress address, FindingsCollector findings) {
        if (findings.requireText("address.street", 110, address.street())) {
            findings.refuseControls("address.street", 111, address.street());
        }
        checkNumber(address, findings);
        checkZipcode(address, findings);
        if (findings.requireText("address.city", 117, address.city())) {
            findings.refuseControls("address.city", 118, address.city());
        }
        findings.refuseControls("address.state", 119, address.state());
        checkCountry(address.country(), findings);
    }

    private static void checkNumber(PostalAddress address, FindingsCollector findings) {
        if (address.number().isBlank()) {
            findings.warning("address.number", 112, "some registries refuse an address without a house number");
        } else {
            findings.refuseControls("address.number", 113, address.number());
        }
        findings.refuseControls("address.suffix", 114, address.suffix());
    }

    private static void checkZipcode(PostalAddress address, FindingsCollector findings) {
        if (!findings.requireText("address.zipcode", 115, address.zipcode())) {
            return;
        }
        if (!ZipFormats.fits(address.country(), address.zipcode())) {
            findings.warning("address.zipcode", 116, "not in the documented format of postal codes of this country");
        }
        findings.refuseControls("address.zipcode", 116, address.zipcode());
    }

    private static void checkCountry(String country, FindingsCollector findings) {
        if (!findings.requireText("address.country", 120, country) || Countries.isCode(country)) {
            return;
        }
        if (Countries.isNearlyCode(country)) {
            findings.warning(
                    "address.country",
                    121,
                    "use two capital letters of ISO 3166-1, such as NL; the service documents nothing else");
        } else {
            findings.error(
                    "address.country", 121, "not a country code of ISO 3166-1; use two capital letters, such as NL");
        }
    }
}
