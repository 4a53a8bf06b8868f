package io.handlekit.customers.tld;

import static io.handlekit.customers.tld.TldFindings.additional;
import static io.handlekit.customers.tld.TldFindings.company;
import static io.handlekit.customers.tld.TldFindings.errors;
import static io.handlekit.customers.tld.TldFindings.field;
import static io.handlekit.customers.tld.TldFindings.person;
import static io.handlekit.customers.tld.TldFindings.warnings;
import static io.handlekit.customers.tld.TldFindings.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.Finding;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.validation.CustomerRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements of companies and of private persons. */
class TldNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"passport_number", "social_security_number"})
    void es_accepts_either_number_of_a_person_in_either_place(String name) {
        String state = "address.state";

        assertThat(errors("es", person("ES"))).containsExactly("additional_data.passport_number", state);
        assertThat(errors("es", person("ES").additionalData(additional(name, "1"))))
                .containsExactly(state);
        assertThat(errors("es", with(person("ES"), "es", name, "1"))).containsExactly(state);
        assertThat(errors("es", with(person("ES"), "com.es", name, "1"))).hasSize(2);
    }

    @Test
    void es_accepts_the_number_of_a_company_in_either_place() {
        String name = "company_registration_number";

        String state = "address.state";

        assertThat(errors("es", company("ES"))).containsExactly("additional_data." + name, state);
        assertThat(errors("es", company("ES").additionalData(additional(name, "1"))))
                .containsExactly(state);
        assertThat(errors("es", with(company("ES"), "es", name, "1"))).containsExactly(state);
        assertThat(errors("es", with(company("ES"), "es", "passport_number", "1")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.es", "edu.es", "nom.es", "org.es"})
    void below_es_every_owner_may_choose_the_number(String tld) {
        assertThat(TldRequirements.of(tld).check(company("ES").build()).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.path()).isEqualTo("additional_data.passport_number"))
                .satisfies(error -> assertThat(error.message()).contains("company_registration_number"));
        assertThat(errors(tld, company("ES").additionalData(additional("passport_number", "1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "se,additional_data.company_registration_number,additional_data.social_security_number",
                "nu,additional_data.company_registration_number,additional_data.social_security_number",
                "pt,vat,additional_data.social_security_number",
                "ro,extension_additional_data[ro].data.company_registration_number,"
                        + "extension_additional_data[ro].data.social_security_number",
                "no,extension_additional_data[no].data.company_registration_number,"
                        + "extension_additional_data[no].data.social_security_number",
                "hu,extension_additional_data[hu].data.vat,extension_additional_data[hu].data.passport_number",
            })
    void companies_and_persons_need_different_numbers(String tld, String ofCompany, String ofPerson) {
        assertThat(errors(tld, company("NL"))).contains(ofCompany).doesNotContain(ofPerson);
        assertThat(errors(tld, person("NL"))).contains(ofPerson).doesNotContain(ofCompany);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "ею", "ευ"})
    void eu_requires_the_citizenship_of_persons_outside_the_economic_area(String tld) {
        String path = "extension_additional_data[" + TldRequirements.of(tld).tld() + "].data.country_of_citizenship";

        assertThat(errors(tld, person("US"))).containsExactly(path);
        assertThat(errors(tld, company("US"))).containsExactly("address.country");
        assertThat(errors(tld, person("FR"))).isEmpty();
        assertThat(errors(tld, person("NO"))).isEmpty();
        assertThat(warnings(tld, person(""))).containsExactly(path);
        assertThat(errors(tld, with(person("US"), tld, "country_of_citizenship", "FR")))
                .isEmpty();
    }

    @Test
    void eu_has_a_list_of_accepted_citizenships() {
        assertThat(errors("eu", with(person("US"), "eu", "country_of_citizenship", "US")))
                .containsExactly("extension_additional_data[0].data.country_of_citizenship");
        assertThat(field("eu", "country_of_citizenship").allowedValues())
                .hasSize(33)
                .contains("EL", "GR", "GP");
        assertThat(TldRequirements.of("eu").homeCountries())
                .hasSize(36)
                .containsAll(field("eu", "country_of_citizenship").allowedValues());
    }

    @Test
    void fr_uses_the_vendor_s_codes_for_the_birth_of_a_person() {
        assertThat(TldRequirements.of("fr").check(person("FR").build()).errors())
                .extracting(Finding::path, Finding::code)
                .containsExactly(
                        tuple("additional_data.birth_date", 0),
                        tuple("additional_data.birth_city", 0),
                        tuple("additional_data.birth_zipcode", 0),
                        tuple("additional_data.birth_country", 6003));
        assertThat(TldRequirements.of("fr").check(company("FR").build()).all()).isEmpty();
    }

    @Test
    void an_unexpected_format_is_a_warning_in_the_words_of_the_customer_rules() {
        NewCustomer.Builder owner = person("FR")
                .additionalData(AdditionalData.builder()
                        .put("birth_date", "1.1.1970")
                        .put("birth_country", "France")
                        .build());

        assertThat(TldRequirements.of("fr").check(owner.build()).warnings())
                .extracting(Finding::path, Finding::code)
                .containsExactly(
                        tuple("additional_data.birth_date", 6005), tuple("additional_data.birth_country", 6004));
        for (Finding warning : TldRequirements.of("fr").check(owner.build()).warnings()) {
            assertThat(CustomerRules.check(owner.build()).all()).anySatisfy(finding -> {
                assertThat(finding.path()).isEqualTo(warning.path());
                assertThat(finding.code()).isEqualTo(warning.code());
                assertThat(warning.message()).isEqualTo(finding.message() + " (vendor's XML documentation)");
            });
        }
        assertThat(TldRequirements.of("ru")
                        .check(with(person("NL"), "ru", "birth_date", "1.1.1970")
                                .build())
                        .warnings())
                .extracting(Finding::path, Finding::code)
                .containsExactly(tuple("extension_additional_data[0].data.birth_date", 0));
        assertThat(warnings("jobs", with(person("NL"), "jobs", "website", "example.com")))
                .containsExactly(
                        "extension_additional_data[0].data.industry_class",
                        "extension_additional_data[0].data.website");
        assertThat(warnings("jobs", with(person("NL"), "jobs", "website", "https://example.com")))
                .containsExactly("extension_additional_data[0].data.industry_class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "su", "sk", "xxx", "com.sg"})
    void a_field_that_no_source_requires_is_not_reported(String tld) {
        assertThat(TldRequirements.of(tld).isKnown()).isTrue();
        assertThat(TldRequirements.of(tld).check(person("NL").build()).all()).isEmpty();
        assertThat(TldRequirements.of(tld).check(company("NL").build()).all()).isEmpty();
    }
}
