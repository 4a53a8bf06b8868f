package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The findings for single mistakes: severity, path, code and message. */
class CustomerRulesTest {
    private static final PostalAddress ADDRESS = PostalAddress.builder()
            .street("Herengracht")
            .number("12")
            .zipcode("1017 BX")
            .city("Amsterdam")
            .country("NL")
            .build();

    private static NewCustomer.Builder complete() {
        return NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(ADDRESS)
                .phone(new PhoneNumber("+31", "20", "5551234"))
                .email("ada@example.com");
    }

    @Test
    void a_complete_customer_has_no_findings() {
        assertThat(CustomerRules.check(complete().build()).all()).isEmpty();
        assertThat(CustomerRules.check(complete().build())).hasToString("no findings");
    }

    @Test
    void an_empty_draft_gets_a_finding_for_every_required_field_at_once() {
        Findings findings = CustomerRules.check(NewCustomer.builder().build());

        assertThat(findings.errors())
                .extracting(Finding::path, Finding::code)
                .containsExactly(
                        tuple("name.first_name", 102),
                        tuple("name.last_name", 105),
                        tuple("address.street", 110),
                        tuple("address.zipcode", 115),
                        tuple("address.city", 117),
                        tuple("address.country", 120),
                        tuple("phone.country_code", 130),
                        tuple("phone.subscriber_number", 134),
                        tuple("email", 145));
        assertThat(findings.warnings()).extracting(Finding::path).containsExactly("address.number", "phone.area_code");
        assertThat(findings.firstError()).map(Finding::code).contains(102);
    }

    @Test
    void toString_shows_one_finding_per_line() {
        assertThat(CustomerRules.check(complete().email("").locale("Dutch").build()))
                .hasToString("ERROR email 145: required, but empty\n"
                        + "WARNING locale: not the name of an ICU locale; use a name such as nl_NL");
    }

    @Test
    void white_space_alone_is_not_a_name() {
        assertThat(CustomerRules.check(complete().name(PersonName.of(" ", "\t")).build())
                        .errors())
                .extracting(Finding::code)
                .containsExactly(102, 105);
    }

    @ParameterizedTest
    @ValueSource(strings = {"United Kingdom", "ZZ", "N", "NLD", "nld", "UK"})
    void a_country_that_is_not_an_iso_3166_code_is_an_error(String country) {
        assertFinding(complete().address(withCountry(country)).build(), Severity.ERROR, "address.country", 121);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "Nl", "XK", "xk"})
    void a_country_that_is_almost_a_code_is_a_warning(String country) {
        assertFinding(complete().address(withCountry(country)).build(), Severity.WARNING, "address.country", 121);
    }

    @Test
    void a_postal_code_that_does_not_fit_its_country_is_a_warning() {
        assertFinding(complete().address(withZipcode("1017", "NL")).build(), Severity.WARNING, "address.zipcode", 116);
        assertFinding(
                complete().address(withZipcode("12\u0000", "US")).build(), Severity.WARNING, "address.zipcode", 116);
        assertThat(CustomerRules.check(
                                complete().address(withZipcode("1017", "US")).build())
                        .all())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "+", "+31234", "0031", "+3 1", "+a", "++1", "+/1", "+1:", "+٣١", "United Kingdom"})
    void a_country_code_is_a_plus_and_one_to_four_digits(String countryCode) {
        PhoneNumber phone = new PhoneNumber(countryCode, "20", "5551234");

        assertFinding(complete().phone(phone).build(), Severity.ERROR, "phone.country_code", 131);
        assertFinding(complete().fax(phone).build(), Severity.ERROR, "fax.country_code", 141);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "+01", "+31", "+1264", "+7", "+90"})
    void country_codes_seen_on_the_wire_are_valid(String countryCode) {
        PhoneNumber number = new PhoneNumber(countryCode, "20", "5551234");

        assertThat(CustomerRules.check(complete().phone(number).fax(number).build())
                        .all())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "+31,'',5551234,WARNING,phone.area_code,132",
                "+31,2a,5551234,WARNING,phone.area_code,133",
                "+31,20,'',ERROR,phone.subscriber_number,134",
                "+31,20,555-1234,WARNING,phone.subscriber_number,135",
                "'',20,5551234,ERROR,phone.country_code,130",
            })
    void each_part_of_a_phone_has_its_code(
            String country, String area, String subscriber, Severity severity, String path, int code) {
        assertFinding(
                complete().phone(new PhoneNumber(country, area, subscriber)).build(), severity, path, code);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'',20,5551234,ERROR,fax.country_code,144",
                "+31,20,'',ERROR,fax.subscriber_number,144",
                "+31,2a,5551234,WARNING,fax.area_code,142",
                "+31,20,555x,WARNING,fax.subscriber_number,143",
            })
    void each_part_of_a_fax_has_its_code(
            String country, String area, String subscriber, Severity severity, String path, int code) {
        assertFinding(complete().fax(new PhoneNumber(country, area, subscriber)).build(), severity, path, code);
    }

    @Test
    void an_empty_fax_number_counts_as_none() {
        assertThat(CustomerRules.check(
                                complete().fax(new PhoneNumber("", "", "")).build())
                        .all())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@example.com", "ada@", "a da@example.com", "ada@exam\tple.com", "a\u0000@b.c"})
    void an_email_that_is_not_name_at_domain_is_an_error(String email) {
        assertFinding(complete().email(email).build(), Severity.ERROR, "email", 146);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test@mail.tld", "\"a@b\"@c.de", "ü@größe.example", "a@b.c", "a+b@c.co.uk"})
    void unusual_but_real_email_addresses_are_valid(String email) {
        assertThat(CustomerRules.check(complete().email(email).build()).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root@localhost", "the.root@localhost"})
    void an_email_domain_without_a_dot_is_a_warning(String email) {
        assertFinding(complete().email(email).build(), Severity.WARNING, "email", 146);
    }

    @Test
    void control_characters_are_warnings_with_the_code_of_their_field() {
        NewCustomer draft = complete()
                .companyName("a\u0000b")
                .vat("\u0001")
                .name(new PersonName("A\n", "A\nda", "v\n", "Love\nlace"))
                .address(new PostalAddress("s\n", "1\n", "a\n", "1017 BX", "c\n", "st\n", "NL"))
                .additionalData(AdditionalData.builder()
                        .put(AdditionalField.BIRTH_CITY, "c\n")
                        .build())
                .build();

        assertThat(CustomerRules.check(draft).warnings())
                .extracting(Finding::code)
                .containsExactly(101, 103, 104, 106, 111, 113, 114, 118, 119, 161, 162, 6001);
        assertThat(CustomerRules.check(draft).errors()).isEmpty();
    }

    @Test
    void dates_and_countries_of_additional_data_are_checked() {
        AdditionalData data = AdditionalData.builder()
                .put(AdditionalField.BIRTH_DATE, "1970-02-30")
                .put(AdditionalField.COMPANY_REGISTRATION_SUBSCRIPTION_DATE, "1.1.2000")
                .put(AdditionalField.BIRTH_COUNTRY, "Holland")
                .put(AdditionalField.HEADQUARTERS_COUNTRY, "nl")
                .build();

        assertThat(CustomerRules.check(complete().additionalData(data).build()).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(
                        tuple(Severity.WARNING, "additional_data.birth_country", 6004),
                        tuple(Severity.WARNING, "additional_data.birth_date", 6005),
                        tuple(Severity.WARNING, "additional_data.company_registration_subscription_date", 6017),
                        tuple(Severity.WARNING, "additional_data.headquarters_country", 6011));
    }

    @Test
    void a_mistake_without_a_vendor_code_is_a_warning_with_code_0() {
        NewCustomer draft = complete()
                .locale("Dutch")
                .tag(CustomerTag.of("VIP"))
                .tag(new CustomerTag("colour", "red"))
                .extension(ExtensionData.builder("us").build())
                .extension(ExtensionData.builder(".ru").build())
                .build();

        assertThat(CustomerRules.check(draft).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(
                        tuple(Severity.WARNING, "locale", 0),
                        tuple(Severity.WARNING, "tags[1].key", 0),
                        tuple(Severity.WARNING, "extension_additional_data[1].name", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "nl_NL", "az_Latn_AZ", "es_419", "fil_PH", "az_AZ", "za_09"})
    void names_of_icu_locales_are_valid(String locale) {
        assertThat(CustomerRules.check(complete().locale(locale).build()).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dutch", "nl-NL", "NL_nl", "nl_", "_NL", "n", "nl__NL", "nl_N"})
    void other_names_of_languages_are_not_locales(String locale) {
        assertFinding(complete().locale(locale).build(), Severity.WARNING, "locale", 0);
    }

    @Test
    void required_sections_that_changes_set_are_checked() {
        CustomerChanges changes = CustomerChanges.builder()
                .address(PostalAddress.EMPTY)
                .phone(PhoneNumber.EMPTY)
                .email("")
                .fax(new PhoneNumber("+31", "", ""))
                .build();

        assertThat(CustomerRules.check(changes).errors())
                .extracting(Finding::code)
                .containsExactly(110, 115, 117, 120, 130, 134, 144, 145);
    }

    @Test
    void optional_sections_that_changes_set_are_checked_too() {
        CustomerChanges changes = CustomerChanges.builder()
                .vat("\u0001")
                .locale("Dutch")
                .tags(List.of(new CustomerTag("colour", "red")))
                .additionalData(AdditionalData.builder()
                        .put(AdditionalField.BIRTH_DATE, "1.1.2000")
                        .build())
                .extensionData(List.of(ExtensionData.builder(".ru").build()))
                .build();

        assertThat(CustomerRules.check(changes).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(
                        tuple(Severity.WARNING, "vat", 162),
                        tuple(Severity.WARNING, "locale", 0),
                        tuple(Severity.WARNING, "tags[0].key", 0),
                        tuple(Severity.WARNING, "additional_data.birth_date", 6005),
                        tuple(Severity.WARNING, "extension_additional_data[0].name", 0));
    }

    @Test
    void sections_that_are_kept_or_cleared_have_no_findings() {
        CustomerChanges clearing = CustomerChanges.builder()
                .clearFax()
                .clearVat()
                .clearLocale()
                .clearComments()
                .clearTags()
                .clearAdditionalData()
                .clearExtensionData()
                .build();

        assertThat(CustomerRules.check(clearing).all()).isEmpty();
        assertThat(CustomerRules.check(CustomerChanges.builder().build()).all()).isEmpty();
    }

    @Test
    void no_finding_repeats_a_value() {
        String secret = "5ecret";
        NewCustomer draft = complete()
                .name(PersonName.of(secret + "\n", ""))
                .address(new PostalAddress(secret, "", secret, secret, secret, secret, secret))
                .phone(new PhoneNumber(secret, secret, secret))
                .fax(new PhoneNumber(secret, secret, secret))
                .email(secret)
                .locale(secret)
                .tags(List.of(new CustomerTag(secret, secret)))
                .build();

        assertThat(CustomerRules.check(draft).toString()).isNotEmpty().doesNotContain(secret);
    }

    private static PostalAddress withCountry(String country) {
        return withZipcode("12345", country);
    }

    private static PostalAddress withZipcode(String zipcode, String country) {
        return new PostalAddress("Main Street", "1", "", zipcode, "Springfield", "", country);
    }

    private static void assertFinding(NewCustomer draft, Severity severity, String path, int code) {
        assertThat(CustomerRules.check(draft).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(tuple(severity, path, code));
    }
}
