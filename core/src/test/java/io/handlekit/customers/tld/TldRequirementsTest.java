package io.handlekit.customers.tld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import io.handlekit.customers.tld.TldField.Evidence;
import io.handlekit.customers.tld.TldField.Form;
import io.handlekit.customers.tld.TldField.Need;
import io.handlekit.customers.tld.TldField.Place;
import io.handlekit.customers.validation.CustomerRules;
import java.net.IDN;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TldRequirementsTest {
    private static NewCustomer.Builder person(String country) {
        return NewCustomer.builder()
                .address(PostalAddress.builder().country(country).build());
    }

    private static NewCustomer.Builder company(String country) {
        return person(country).companyName("Example Ltd");
    }

    private static NewCustomer.Builder with(NewCustomer.Builder owner, String tld, String... namesAndTexts) {
        ExtensionData.Builder block = ExtensionData.builder(tld);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            block.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return owner.extension(block.build());
    }

    private static AdditionalData additional(String name, String text) {
        return AdditionalData.builder().put(name, text).build();
    }

    private static List<String> paths(List<Finding> findings) {
        return findings.stream().map(Finding::path).toList();
    }

    private static List<String> errors(String tld, NewCustomer.Builder owner) {
        return paths(TldRequirements.of(tld).check(owner.build()).errors());
    }

    private static List<String> warnings(String tld, NewCustomer.Builder owner) {
        return paths(TldRequirements.of(tld).check(owner.build()).warnings());
    }

    private static List<String> inRussia(String... names) {
        return List.of(names).stream()
                .map(name -> "extension_additional_data[ru].data." + name)
                .toList();
    }

    @Test
    void ru_asks_a_resident_person_for_the_name_in_cyrillic() {
        assertThat(errors("ru", person("RU")))
                .isEqualTo(inRussia(
                        "first_name_cyrillic",
                        "last_name_cyrillic",
                        "mobile_phone_number",
                        "mobile_phone_number_country_code",
                        "postal_address_city"));
    }

    @Test
    void ru_asks_a_person_elsewhere_for_no_cyrillic() {
        assertThat(errors("ru", person("NL")))
                .isEqualTo(inRussia("mobile_phone_number", "mobile_phone_number_country_code", "postal_address_city"));
    }

    @Test
    void ru_asks_a_company_for_its_tax_number_and_registered_address() {
        List<String> ofAnyCompany = inRussia(
                "company_name_latin",
                "mobile_phone_number",
                "tax_payer_number",
                "mobile_phone_number_country_code",
                "postal_address_city",
                "legal_address_country_code",
                "legal_address_postal_code",
                "legal_address_city");

        assertThat(errors("ru", company("NL"))).isEqualTo(ofAnyCompany);
        assertThat(errors("ru", company("RU")))
                .containsAll(ofAnyCompany)
                .containsAll(inRussia("company_name_cyrillic"))
                .hasSize(9);
    }

    @Test
    void who_may_be_an_entrepreneur_may_need_a_tax_number() {
        String wireName = ExtensionField.IS_PRIVATE_ENTERPRENEUR.wireName();

        assertThat(warnings("ru", with(person("RU"), "ru", wireName, "1")))
                .containsExactly("extension_additional_data[0].data.tax_payer_number");
        assertThat(warnings("ru", with(person("RU"), "ru", "sole_proprietorship", "1")))
                .containsExactly("extension_additional_data[0].data.tax_payer_number");
        assertThat(warnings("ru", with(person("NL"), "ru", wireName, "1"))).isEmpty();
        assertThat(warnings("ru", person("RU"))).isEmpty();
        assertThat(warnings("ru", with(person("RU"), "ru", wireName, " "))).isEmpty();
        assertThat(warnings("ru", with(person("RU"), "ru", "first_name_cyrillic", "Ада")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Russia"})
    void who_has_no_country_may_need_what_residents_need(String country) {
        assertThat(warnings("ru", person(country))).isEqualTo(inRussia("first_name_cyrillic", "last_name_cyrillic"));
        assertThat(warnings("in", person(country)))
                .containsExactly("extension_additional_data[in].data.in_nexus_connection_to_india");
    }

    @Test
    void a_finding_names_the_item_by_its_index_once_there_is_one() {
        NewCustomer.Builder owner = with(with(with(person("NL"), "us"), ".RU"), "ru", "mobile_phone_number", "1");

        assertThat(errors("ru", owner))
                .containsExactly(
                        "extension_additional_data[1].data.mobile_phone_number_country_code",
                        "extension_additional_data[1].data.postal_address_city");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "co.in", "5g.in", "xn--h2brj9c", "भारत"})
    void in_asks_only_owners_outside_india_for_their_connection(String tld) {
        String ascii = TldRequirements.of(tld).tld();

        assertThat(errors(tld, person("NL")))
                .containsExactly("extension_additional_data[" + ascii + "].data.in_nexus_connection_to_india");
        assertThat(errors(tld, person("IN"))).isEmpty();
        assertThat(errors(tld, person("in"))).isEmpty();
        assertThat(errors(tld, with(person("NL"), tld, "in_nexus_connection_to_india", "EDU")))
                .isEmpty();
        assertThat(errors(tld, with(person("NL"), tld, "in_nexus_connection_to_india", "edu")))
                .hasSize(1);
    }

    @Test
    void us_may_need_purpose_and_nexus_which_have_values_of_their_own() {
        assertThat(warnings("us", person("US")))
                .containsExactly(
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
    void a_value_that_the_registry_has_and_the_module_lacks_is_only_suspicious() {
        NewCustomer.Builder owner = with(person("US"), "us", "applicant_purpose", "P4", "nexus_category", "C11");

        assertThat(errors("us", owner)).isEmpty();
        assertThat(warnings("us", owner)).containsExactly("extension_additional_data[0].data.applicant_purpose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"passport_number", "social_security_number"})
    void es_takes_either_number_of_a_person_in_either_place(String name) {
        assertThat(errors("es", person("ES"))).containsExactly("additional_data.passport_number");
        assertThat(errors("es", person("ES").additionalData(additional(name, "1"))))
                .isEmpty();
        assertThat(errors("es", with(person("ES"), "es", name, "1"))).isEmpty();
        assertThat(errors("es", with(person("ES"), "com.es", name, "1"))).hasSize(1);
    }

    @Test
    void a_lack_is_said_with_the_domain_its_owner_and_what_will_do_as_well() {
        assertThat(TldRequirements.of("es").check(person("ES").build()).errors())
                .extracting(Finding::message)
                .containsExactly("required for .es of a private person; social_security_number will do as well");
        assertThat(TldRequirements.of("ru").check(person("").build()).warnings())
                .extracting(Finding::message)
                .containsOnly("may be required for .ru of a resident private person");
    }

    @Test
    void es_takes_the_number_of_a_company_in_either_place() {
        String name = "company_registration_number";

        assertThat(errors("es", company("ES"))).containsExactly("additional_data." + name);
        assertThat(errors("es", company("ES").additionalData(additional(name, "1"))))
                .isEmpty();
        assertThat(errors("es", with(company("ES"), "es", name, "1"))).isEmpty();
        assertThat(errors("es", with(company("ES"), "es", "passport_number", "1")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.es", "edu.es", "nom.es", "org.es"})
    void under_es_anybody_may_choose_the_number(String tld) {
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
                "pt,additional_data.vat,additional_data.social_security_number",
                "ro,extension_additional_data[ro].data.company_registration_number,"
                        + "extension_additional_data[ro].data.social_security_number",
                "no,extension_additional_data[no].data.company_registration_number,"
                        + "extension_additional_data[no].data.social_security_number",
                "hu,extension_additional_data[hu].data.vat,extension_additional_data[hu].data.passport_number",
            })
    void companies_and_persons_show_different_numbers(String tld, String ofCompany, String ofPerson) {
        assertThat(errors(tld, company("NL"))).containsExactly(ofCompany);
        assertThat(errors(tld, person("NL"))).containsExactly(ofPerson);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "ею", "ευ"})
    void eu_may_ask_persons_elsewhere_for_their_citizenship(String tld) {
        String path = "extension_additional_data[" + TldRequirements.of(tld).tld() + "].data.country_of_citizenship";

        assertThat(warnings(tld, person("US"))).containsExactly(path);
        assertThat(warnings(tld, company("US"))).isEmpty();
        assertThat(warnings(tld, person("FR"))).isEmpty();
        assertThat(warnings(tld, with(person("US"), tld, "country_of_citizenship", "FR")))
                .isEmpty();
    }

    @Test
    void eu_knows_the_citizenships_that_will_do() {
        assertThat(errors("eu", with(person("US"), "eu", "country_of_citizenship", "US")))
                .containsExactly("extension_additional_data[0].data.country_of_citizenship");
        assertThat(TldRequirements.of("eu").homeCountries())
                .hasSize(33)
                .isEqualTo(field("eu", "country_of_citizenship").allowedValues());
    }

    @Test
    void aero_asks_everybody_for_two_keys() {
        assertThat(errors("aero", person("NL")))
                .containsExactly(
                        "extension_additional_data[aero].data.ens_auth_id",
                        "extension_additional_data[aero].data.ens_key");
        assertThat(errors("aero", with(person("NL"), "aero", "ens_auth_id", " ", "ens_key", "")))
                .hasSize(2);
    }

    @Test
    void fr_has_the_vendor_s_codes_for_the_birth_of_a_person() {
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
    void texts_of_odd_form_are_only_suspicious_and_said_as_the_rules_of_the_form_say_it() {
        NewCustomer.Builder owner = person("FR")
                .additionalData(AdditionalData.builder()
                        .put("birth_date", "1.1.1970")
                        .put("birth_country", "France")
                        .build());

        assertThat(TldRequirements.of("fr").check(owner.build()).warnings())
                .extracting(Finding::path, Finding::code)
                .containsExactly(
                        tuple("additional_data.birth_date", 6005), tuple("additional_data.birth_country", 6004));
        assertThat(CustomerRules.check(owner.build()).all())
                .containsAll(TldRequirements.of("fr").check(owner.build()).warnings());
        assertThat(TldRequirements.of("ru")
                        .check(with(person("NL"), "ru", "birth_date", "1.1.1970")
                                .build())
                        .warnings())
                .extracting(Finding::path, Finding::code)
                .containsExactly(tuple("extension_additional_data[0].data.birth_date", 0));
        assertThat(warnings("jobs", with(person("NL"), "jobs", "website", "example.com")))
                .hasSize(1);
        assertThat(warnings("jobs", with(person("NL"), "jobs", "website", "https://example.com")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"US,New York,1", "US,ny,1", "US,NY,0", "US,AZ,0", "us,NY,0", "US,'',0", "NL,Noord-Holland,0"})
    void sx_wants_the_two_letters_of_an_american_state(String country, String state, int findings) {
        NewCustomer owner = person("NL")
                .address(PostalAddress.builder().country(country).state(state).build())
                .build();

        assertThat(TldRequirements.of("sx").check(owner).all())
                .hasSize(findings)
                .allMatch(finding -> finding.equals(
                        new Finding(Severity.WARNING, "address.state", 119, "not the two letters of a state")));
    }

    @Test
    void fi_may_need_what_its_old_documents_ask_and_the_module_calls_optional() {
        assertThat(errors("fi", person("FI"))).containsExactly("extension_additional_data[fi].data.org_type");
        assertThat(warnings("fi", person("FI"))).containsExactly("additional_data.passport_number", "address.state");
        assertThat(warnings("fi", person("SE"))).containsExactly("additional_data.birth_date", "address.state");
        assertThat(warnings("fi", company("SE")))
                .containsExactly("additional_data.company_registration_number", "address.state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "su", "dk", "sk", "xxx", "music", "it", "sg"})
    void what_no_source_requires_is_not_asked_for(String tld) {
        assertThat(TldRequirements.of(tld).isKnown()).isTrue();
        assertThat(TldRequirements.of(tld).check(person("NL").build()).all()).isEmpty();
        assertThat(TldRequirements.of(tld).check(company("NL").build()).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn", "com.vn", "health.vn"})
    void vn_asks_companies_for_their_vat_number(String tld) {
        assertThat(errors(tld, company("VN"))).containsExactly("extension_additional_data[" + tld + "].data.vat");
        assertThat(errors(tld, person("VN"))).isEmpty();
    }

    @Test
    void a_customer_is_judged_as_its_draft_is() {
        NewCustomer draft = company("RU").build();
        Customer customer =
                Customer.builder(new CustomerHandle("AB123456-RU"), draft).build();

        assertThat(TldRequirements.of("ru").check(customer))
                .isEqualTo(TldRequirements.of("ru").check(draft));
    }

    @Test
    void nothing_known_can_be_told_from_nothing_asked() {
        TldRequirements unknown = TldRequirements.of("example");

        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.fields()).isEmpty();
        assertThat(unknown).hasToString("TldRequirements[example, 0 fields]");
        assertThat(unknown.check(person("NL").build()).all()).isEmpty();
        assertThat(TldRequirements.known()).doesNotContain("example", "nl", "com");
    }

    @Test
    void fifty_domains_the_family_of_in_and_sx_are_known() {
        assertThat(TldRequirements.known()).hasSize(111).contains("ru", "xn--p1ai", "com.es", "sx", "5g.in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"рф", "РФ", ".рф", "xn--p1ai", "XN--P1AI", " .Xn--P1ai "})
    void a_name_may_be_written_in_many_ways(String written) {
        assertThat(TldRequirements.of(written)).isSameAs(TldRequirements.of("xn--p1ai"));
        assertThat(TldRequirements.of(written).tld()).isEqualTo("xn--p1ai");
        assertThat(errors("xn--p1ai", with(person("NL"), written, "postal_address_city", "Omsk")))
                .hasSize(2);
    }

    @Test
    void every_known_name_is_found_in_either_script() {
        assertThat(TldRequirements.known()).allSatisfy(tld -> {
            assertThat(TldRequirements.of(tld).tld()).isEqualTo(tld);
            assertThat(TldRequirements.of(IDN.toUnicode(tld, IDN.ALLOW_UNASSIGNED)))
                    .isSameAs(TldRequirements.of(tld));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..ru", "ru.", "a b", "a_b", "r\u0000u", "-ru", "a..b", "ru/", "\u3002"})
    void what_cannot_be_a_domain_is_refused_in_words(String text) {
        assertThatThrownBy(() -> TldRequirements.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("top-level domain");
    }

    @ParameterizedTest
    @NullSource
    void null_is_refused_as_everywhere(String nothing) {
        assertThatThrownBy(() -> TldRequirements.of(nothing)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void fields_tell_what_a_form_needs() {
        TldField purpose = field("us", "applicant_purpose");
        assertThat(purpose).hasToString("TldField[applicant_purpose, ALWAYS]");
        assertThat(purpose.isRequired()).isTrue();
        assertThat(purpose.evidence()).isEqualTo(Evidence.INFERRED);
        assertThat(purpose.allowedValues()).containsExactly("P1", "P2", "P3", "P5");

        TldField passport = field("es", "passport_number");
        assertThat(passport.places()).containsExactly(Place.ADDITIONAL, Place.EXTENSION);
        assertThat(passport.need()).isEqualTo(Need.IF_INDIVIDUAL);
        assertThat(passport.alternatives()).containsExactly("social_security_number");
        assertThat(passport.isRequired()).isFalse();

        assertThat(field("com.es", "passport_number").isRequired()).isFalse();
        assertThat(field("ru", "birth_date").form()).isEqualTo(Form.DATE);
        assertThat(field("it", "vat").places()).containsExactly(Place.CUSTOMER);
        assertThat(field("jobs", "industry_class").allowedValues()).hasSize(25);
    }

    @Test
    void every_field_has_a_name_of_its_own_and_a_description() {
        assertThat(TldRequirements.known()).allSatisfy(tld -> {
            List<TldField> fields = TldRequirements.of(tld).fields();
            assertThat(fields).isNotEmpty().extracting(TldField::name).doesNotHaveDuplicates();
            assertThat(fields).extracting(TldField::description).doesNotContain("");
        });
    }

    @Test
    void no_finding_repeats_what_was_given() {
        String secret = "5ecret";
        StringBuilder said = new StringBuilder();
        for (String tld : TldRequirements.known()) {
            NewCustomer.Builder owner = company(secret).companyName(secret).vat(secret);
            ExtensionData.Builder block = ExtensionData.builder(tld);
            AdditionalData.Builder data = AdditionalData.builder();
            for (TldField field : TldRequirements.of(tld).fields()) {
                block.put(field.name(), secret);
                data.put(field.name(), secret);
            }
            Findings findings = TldRequirements.of(tld)
                    .check(owner.extension(block.build())
                            .additionalData(data.build())
                            .build());
            said.append(findings);
        }

        assertThat(said.toString()).isNotEmpty().doesNotContain(secret);
    }

    private static TldField field(String tld, String name) {
        return TldRequirements.of(tld).fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
