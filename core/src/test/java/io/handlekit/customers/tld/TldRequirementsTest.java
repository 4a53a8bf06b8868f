package io.handlekit.customers.tld;

import static io.handlekit.customers.tld.TldFindings.company;
import static io.handlekit.customers.tld.TldFindings.errors;
import static io.handlekit.customers.tld.TldFindings.field;
import static io.handlekit.customers.tld.TldFindings.person;
import static io.handlekit.customers.tld.TldFindings.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.tld.TldField.Evidence;
import io.handlekit.customers.tld.TldField.Format;
import io.handlekit.customers.tld.TldField.Need;
import io.handlekit.customers.tld.TldField.Place;
import java.net.IDN;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of top-level domains, what is known of them, and what a finding says. */
class TldRequirementsTest {
    @Test
    void a_finding_names_an_existing_item_by_its_index() {
        NewCustomer.Builder owner = with(with(with(person("NL"), "us"), ".RU"), "ru", "mobile_phone_number", "1");

        assertThat(errors("ru", owner))
                .containsExactly(
                        "extension_additional_data[1].data.mobile_phone_number_country_code",
                        "extension_additional_data[1].data.postal_address_city");
    }

    @Test
    void a_finding_names_the_domain_the_owner_and_the_alternatives() {
        assertThat(TldRequirements.of("es").check(person("ES").build()).errors())
                .extracting(Finding::message)
                .containsExactly("required for .es from a private person; social_security_number is accepted instead");
        assertThat(TldRequirements.of("ru").check(person("").build()).warnings())
                .extracting(Finding::message)
                .containsOnly("may be required for .ru from a resident private person");
    }

    @Test
    void a_customer_and_its_draft_have_the_same_findings() {
        NewCustomer draft = company("RU").build();
        Customer customer =
                Customer.builder(new CustomerHandle("AB123456-RU"), draft).build();

        assertThat(TldRequirements.of("ru").check(customer))
                .isEqualTo(TldRequirements.of("ru").check(draft));
    }

    @Test
    void an_unknown_domain_differs_from_one_without_requirements() {
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
    void a_name_is_accepted_in_every_spelling(String written) {
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
    void a_text_that_cannot_be_a_domain_is_refused(String text) {
        assertThatThrownBy(() -> TldRequirements.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("top-level domain");
    }

    @ParameterizedTest
    @NullSource
    void null_is_refused(String nothing) {
        assertThatThrownBy(() -> TldRequirements.of(nothing)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_field_has_all_that_an_input_form_needs() {
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
        assertThat(field("ru", "birth_date").format()).isEqualTo(Format.DATE);
        assertThat(field("it", "vat").places()).containsExactly(Place.CUSTOMER);
        assertThat(field("jobs", "industry_class").allowedValues()).hasSize(25);
    }

    @Test
    void every_field_has_a_unique_name_and_a_description() {
        assertThat(TldRequirements.known()).allSatisfy(tld -> {
            List<TldField> fields = TldRequirements.of(tld).fields();
            assertThat(fields).isNotEmpty().extracting(TldField::name).doesNotHaveDuplicates();
            assertThat(fields).extracting(TldField::description).doesNotContain("");
        });
    }

    @Test
    void no_finding_repeats_a_text_of_the_customer() {
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
}
