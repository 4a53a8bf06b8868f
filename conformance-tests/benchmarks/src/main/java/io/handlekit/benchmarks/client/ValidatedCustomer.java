package io.handlekit.benchmarks.client;

import io.handlekit.customers.NewCustomer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** A draft with annotations for Hibernate Validator that come closest to what {@code CustomerRules} check. */
record ValidatedCustomer(
        @Pattern(regexp = LINE) String companyName,
        @Valid Name name,
        @Valid Address address,
        @Valid Phone phone,
        @Valid Phone fax,
        @NotBlank @Email @Pattern(regexp = LINE) String email,
        @Pattern(regexp = LINE) String vat,

        @Pattern(regexp = "[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?|")
        String locale,

        @Pattern(regexp = LINE) String comments) {
    /** One line without control characters, and without white space at its ends. */
    private static final String LINE = "|\\S|\\S\\P{Cntrl}*\\S";

    record Name(
            @Pattern(regexp = LINE) String initials,
            @NotBlank @Pattern(regexp = LINE) String firstName,
            @Pattern(regexp = LINE) String prefix,
            @NotBlank @Pattern(regexp = LINE) String lastName) {}

    record Address(
            @NotBlank @Pattern(regexp = LINE) String street,
            @NotBlank @Pattern(regexp = LINE) String number,
            @Pattern(regexp = LINE) String suffix,
            @NotBlank @Pattern(regexp = LINE) String zipcode,
            @NotBlank @Pattern(regexp = LINE) String city,
            @Pattern(regexp = LINE) String state,
            @NotBlank @Pattern(regexp = "[A-Z]{2}") String country) {}

    record Phone(
            @NotBlank @Pattern(regexp = "\\+[0-9]{1,4}") String countryCode,
            @NotBlank @Pattern(regexp = "[0-9]*") String areaCode,
            @NotBlank @Pattern(regexp = "[0-9]*") String subscriberNumber) {}

    static ValidatedCustomer of(NewCustomer draft) {
        return new ValidatedCustomer(
                draft.companyName(),
                new Name(
                        draft.name().initials(),
                        draft.name().firstName(),
                        draft.name().prefix(),
                        draft.name().lastName()),
                new Address(
                        draft.address().street(),
                        draft.address().number(),
                        draft.address().suffix(),
                        draft.address().zipcode(),
                        draft.address().city(),
                        draft.address().state(),
                        draft.address().country()),
                new Phone(
                        draft.phone().countryCode(),
                        draft.phone().areaCode(),
                        draft.phone().subscriberNumber()),
                new Phone(
                        draft.fax().countryCode(),
                        draft.fax().areaCode(),
                        draft.fax().subscriberNumber()),
                draft.email(),
                draft.vat(),
                draft.locale(),
                draft.comments());
    }
}
