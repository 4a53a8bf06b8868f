package io.handlekit.customers.tld;

import static io.handlekit.customers.tld.TldFindings.company;
import static io.handlekit.customers.tld.TldFindings.errors;
import static io.handlekit.customers.tld.TldFindings.inRussia;
import static io.handlekit.customers.tld.TldFindings.person;
import static io.handlekit.customers.tld.TldFindings.warnings;
import static io.handlekit.customers.tld.TldFindings.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.ExtensionField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements that depend on the residence of the owner, and those of every owner. */
class TldOwnersAbroadTest {
    private static final List<String> OF_A_PERSON = inRussia(
            "mobile_phone_number",
            "mobile_phone_number_country_code",
            "postal_address_city",
            "birth_date",
            "passport_series",
            "passport_number",
            "passport_issuer",
            "passport_issue_date");

    @Test
    void ru_requires_the_cyrillic_name_of_a_resident_person() {
        assertThat(errors("ru", person("RU")))
                .containsAll(inRussia("first_name_cyrillic", "last_name_cyrillic"))
                .containsAll(OF_A_PERSON)
                .hasSize(10);
    }

    @Test
    void ru_requires_no_cyrillic_name_of_a_foreign_person() {
        assertThat(errors("ru", person("NL"))).isEqualTo(OF_A_PERSON);
    }

    @Test
    void ru_requires_tax_number_and_legal_address_of_a_company() {
        List<String> ofAnyCompany = inRussia(
                "company_name_latin",
                "mobile_phone_number",
                "tax_payer_number",
                "mobile_phone_number_country_code",
                "postal_address_city",
                "legal_address_country_code",
                "legal_address_postal_code",
                "legal_address_city");

        assertThat(errors("ru", company("NL"))).containsExactlyInAnyOrderElementsOf(ofAnyCompany);
        assertThat(errors("ru", company("RU")))
                .containsAll(ofAnyCompany)
                .containsAll(inRussia("company_name_cyrillic"))
                .hasSize(9);
    }

    @Test
    void a_possible_entrepreneur_may_need_a_tax_number() {
        String wireName = ExtensionField.IS_PRIVATE_ENTERPRENEUR.wireName();

        assertThat(warnings("ru", with(person("RU"), "ru", wireName, "1")))
                .contains("extension_additional_data[0].data.tax_payer_number");
        assertThat(warnings("ru", with(person("RU"), "ru", "sole_proprietorship", "1")))
                .contains("extension_additional_data[0].data.tax_payer_number");
        assertThat(warnings("ru", with(person("NL"), "ru", wireName, "1"))).isEmpty();
        List<String> latinNames = List.of("first_name_latin", "last_name_latin");
        assertThat(warnings("ru", person("RU"))).isEqualTo(inRussia("first_name_latin", "last_name_latin"));
        assertThat(warnings("ru", with(person("RU"), "ru", wireName, " "))).hasSameSizeAs(latinNames);
        assertThat(warnings("ru", with(person("RU"), "ru", "first_name_cyrillic", "Ада")))
                .hasSameSizeAs(latinNames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Russia"})
    void an_owner_without_a_country_may_need_what_residents_need(String country) {
        assertThat(warnings("ru", person(country)))
                .isEqualTo(
                        inRussia("first_name_cyrillic", "last_name_cyrillic", "first_name_latin", "last_name_latin"));
        assertThat(warnings("in", person(country)))
                .containsExactly(
                        "extension_additional_data[in].data.in_nexus_connection_to_india",
                        "extension_additional_data[in].data.in_nexus_declaration_attestation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "co.in", "5g.in", "xn--h2brj9c", "भारत"})
    void in_requires_the_connection_of_owners_outside_india_only(String tld) {
        String ascii = TldRequirements.of(tld).tld();

        assertThat(errors(tld, person("NL")))
                .containsExactly(
                        "extension_additional_data[" + ascii + "].data.in_nexus_connection_to_india",
                        "extension_additional_data[" + ascii + "].data.in_nexus_declaration_attestation");
        assertThat(errors(tld, person("IN"))).isEmpty();
        assertThat(errors(tld, person("in"))).isEmpty();
        assertThat(errors(tld, with(person("NL"), tld, "in_nexus_connection_to_india", "EDU")))
                .containsExactly("extension_additional_data[0].data.in_nexus_declaration_attestation");
        assertThat(errors(tld, with(person("NL"), tld, "in_nexus_connection_to_india", "edu")))
                .hasSize(2);
    }

    @Test
    void us_requires_purpose_and_nexus_with_allowed_values() {
        assertThat(errors("us", person("US")))
                .containsExactlyInAnyOrder(
                        "extension_additional_data[us].data.applicant_purpose",
                        "extension_additional_data[us].data.nexus_category");
        assertThat(TldRequirements.of("us")
                        .check(with(person("US"), "us", "applicant_purpose", "P3", "nexus_category", "C11")
                                .build())
                        .all())
                .isEmpty();
        assertThat(errors("us", with(person("US"), "us", "applicant_purpose", "P6", "nexus_category", "C1")))
                .containsExactly(
                        "extension_additional_data[0].data.applicant_purpose",
                        "extension_additional_data[0].data.nexus_category");
    }

    @Test
    void a_value_of_the_registry_that_the_module_lacks_is_a_warning() {
        NewCustomer.Builder owner = with(person("US"), "us", "applicant_purpose", "P4", "nexus_category", "C11");

        assertThat(errors("us", owner)).isEmpty();
        assertThat(warnings("us", owner)).containsExactly("extension_additional_data[0].data.applicant_purpose");
    }

    @Test
    void aero_requires_two_keys_of_every_owner() {
        assertThat(errors("aero", person("NL")))
                .containsExactly(
                        "extension_additional_data[aero].data.ens_auth_id",
                        "extension_additional_data[aero].data.ens_key");
        assertThat(errors("aero", with(person("NL"), "aero", "ens_auth_id", " ", "ens_key", "")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"US,New York,1", "US,ny,1", "US,NY,0", "US,AZ,0", "us,NY,0", "US,'',0", "NL,Noord-Holland,0"})
    void sx_expects_the_two_letter_code_of_an_american_state(String country, String state, int findings) {
        NewCustomer owner = person("NL")
                .address(PostalAddress.builder().country(country).state(state).build())
                .build();

        assertThat(TldRequirements.of("sx").check(owner).all())
                .hasSize(findings)
                .allMatch(finding -> finding.equals(new Finding(
                        Severity.WARNING,
                        "address.state",
                        119,
                        "not the two-letter code of a state (vendor's WHMCS module)")));
    }

    @Test
    void fi_may_need_the_numbers_that_the_module_calls_optional() {
        assertThat(errors("fi", person("FI")))
                .containsExactly("extension_additional_data[fi].data.org_type", "address.state");
        assertThat(warnings("fi", person("FI")))
                .containsExactly("additional_data.passport_number", "additional_data.social_security_number");
        assertThat(warnings("fi", person("SE"))).containsExactly("additional_data.birth_date");
        assertThat(warnings("fi", company("SE"))).containsExactly("additional_data.company_registration_number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn", "com.vn", "health.vn"})
    void vn_requires_the_vat_number_of_companies(String tld) {
        assertThat(errors(tld, company("VN"))).containsExactly("extension_additional_data[" + tld + "].data.vat");
        assertThat(errors(tld, person("VN"))).isEmpty();
    }
}
