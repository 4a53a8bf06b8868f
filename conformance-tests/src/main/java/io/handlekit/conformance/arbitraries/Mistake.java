package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * A wrong text in one place of a draft, for which the customer rules report one error. It overwrites another mistake only
 * if that has the same path.
 *
 * @param path the path of the text
 * @param code the code of the error
 * @param text the wrong text
 */
record Mistake(String path, int code, String text) {
    private static final List<String> BLANKS = List.of("", " ", "\t", "\u2003", "\u00a0", "\u200b", "\u2028");
    private static final List<String> NO_COUNTRY = List.of("United Kingdom", "N", "NLD", "ZZ", "31", "É1");
    private static final List<String> NO_PREFIX = List.of("31", "+", "+12345", "0031", "+3x", "Holland", "+３１");
    private static final List<String> NO_EMAIL =
            List.of("ada.example.com", "@example.com", "ada@", "a da@example.com", "ada@example.com\n");
    private static final PhoneNumber FAX = new PhoneNumber("+31", "20", "5551234");

    /** Every error that a new customer can have, with each text that causes it. */
    static final List<Mistake> ALL = Stream.of(
                    mistakes("name.first_name", 102, BLANKS),
                    mistakes("name.last_name", 105, BLANKS),
                    mistakes("address.street", 110, BLANKS),
                    mistakes("address.zipcode", 115, BLANKS),
                    mistakes("address.city", 117, BLANKS),
                    mistakes("address.country", 120, BLANKS),
                    mistakes("address.country", 121, NO_COUNTRY),
                    mistakes("phone.country_code", 130, BLANKS),
                    mistakes("phone.country_code", 131, NO_PREFIX),
                    mistakes("phone.subscriber_number", 134, BLANKS),
                    mistakes("fax.country_code", 141, NO_PREFIX),
                    mistakes("fax.country_code", 144, BLANKS),
                    mistakes("fax.subscriber_number", 144, BLANKS),
                    mistakes("email", 145, BLANKS),
                    mistakes("email", 146, NO_EMAIL))
            .flatMap(List::stream)
            .toList();

    /** Returns the mistakes that an update can have too: none in the name. */
    static List<Mistake> outsideTheName() {
        return ALL.stream().filter(mistake -> !mistake.path.startsWith("name.")).toList();
    }

    private static List<Mistake> mistakes(String path, int code, List<String> texts) {
        return texts.stream().map(text -> new Mistake(path, code, text)).toList();
    }

    /** Returns the draft with this mistake. */
    NewCustomer in(NewCustomer draft) {
        BinaryOperator<String> put = (part, old) -> path.equals(part) ? text : old;
        return draft.toBuilder()
                .name(name(draft.name(), put))
                .address(address(draft.address(), put))
                .phone(phone("phone", draft.phone(), put))
                .fax(path.startsWith("fax.") ? phone("fax", fax(draft), put) : draft.fax())
                .email(put.apply("email", draft.email()))
                .build();
    }

    private static PersonName name(PersonName name, BinaryOperator<String> put) {
        return new PersonName(
                name.initials(),
                put.apply("name.first_name", name.firstName()),
                name.prefix(),
                put.apply("name.last_name", name.lastName()));
    }

    private static PostalAddress address(PostalAddress address, BinaryOperator<String> put) {
        return new PostalAddress(
                put.apply("address.street", address.street()),
                address.number(),
                address.suffix(),
                put.apply("address.zipcode", address.zipcode()),
                put.apply("address.city", address.city()),
                address.state(),
                put.apply("address.country", address.country()));
    }

    private static PhoneNumber phone(String section, PhoneNumber number, BinaryOperator<String> put) {
        return new PhoneNumber(
                put.apply(section + ".country_code", number.countryCode()),
                number.areaCode(),
                put.apply(section + ".subscriber_number", number.subscriberNumber()));
    }

    /** Returns a fax with an area code, so that the section is present even if the rest of it is blank. */
    private static PhoneNumber fax(NewCustomer draft) {
        return draft.fax().areaCode().isEmpty() ? FAX : draft.fax();
    }

    @Override
    public String toString() {
        return path + " " + code;
    }
}
