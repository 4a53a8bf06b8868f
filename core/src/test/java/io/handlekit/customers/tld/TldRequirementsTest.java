package io.handlekit.customers.tld;

import static io.handlekit.customers.tld.TldFindings.company;
import static io.handlekit.customers.tld.TldFindings.errors;
import static io.handlekit.customers.tld.TldFindings.field;
import static io.handlekit.customers.tld.TldFindings.messages;
import static io.handlekit.customers.tld.TldFindings.person;
import static io.handlekit.customers.tld.TldFindings.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.tld.TldCondition.Owner;
import io.handlekit.customers.tld.TldCondition.Residence;
import io.handlekit.customers.tld.TldField.Place;
import io.handlekit.customers.tld.TldSource.Evidence;
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
                .startsWith(
                        "extension_additional_data[1].data.mobile_phone_number_country_code",
                        "extension_additional_data[1].data.postal_address_city");
    }

    @Test
    void a_finding_names_the_domain_the_owner_and_the_alternatives() {
        assertThat(messages("es", person("ES")))
                .contains("required for .es from a private person; social_security_number is accepted instead"
                        + " (vendor's schema of customers and vendor's XML documentation"
                        + " and issues 25 and 29 of the vendor's WHMCS module)");
        assertThat(messages("ru", person("")))
                .contains("may be required for .ru from a private person in RU"
                        + " (vendor's WHMCS module and vendor article on .ru and .рф,"
                        + " support 360000739847 and 11389285263506)");
    }

    @Test
    void a_finding_names_both_sides_of_a_disagreement() {
        assertThat(messages("it", company("DE")))
                .contains("may be required for .it from a company (sources disagree;"
                        + " for: vendor article on .it, support 360000738327; against: vendor's WHMCS module)");
    }

    @Test
    void a_finding_names_the_exception_that_a_customer_does_not_tell() {
        assertThat(messages("com.au", company("NZ")))
                .containsExactly("an address in AU may be required for .com.au, unless the owner holds an Australian"
                        + " trademark (vendor article on .com.au and .au, support 13435440668306 and 360000752608)");
    }

    @Test
    void a_finding_tells_that_a_rule_is_inferred() {
        assertThat(messages("ee", person("EE")))
                .containsExactly("may be required for .ee from a private person; vat is accepted instead"
                        + " (inferred from vendor article on .ee, support 360000754528)");
    }

    @Test
    void a_finding_tells_that_only_one_of_two_fields_is_accepted() {
        assertThat(messages("ro", person("DE")))
                .containsExactly("required for .ro from a private person outside RO; or passport_number, but not both"
                        + " (vendor article on .ro, support 360000739767)");
    }

    @Test
    void a_rule_has_its_condition_its_alternatives_and_its_sources() {
        TldRule exactlyOne = TldRequirements.of("ro").rules().get(2);
        assertThat(exactlyOne)
                .hasToString("exactly-one social_security_number|passport_number of individual outside RO");
        assertThat(exactlyOne.kind()).isEqualTo(TldRule.Kind.EXACTLY_ONE);
        assertThat(exactlyOne.fields()).containsExactly("social_security_number", "passport_number");
        assertThat(exactlyOne.condition())
                .isEqualTo(new TldCondition(Owner.INDIVIDUAL, Residence.OUTSIDE, List.of("RO"), "RO"));
        assertThat(exactlyOne.sources()).hasToString("[vendor article on .ro, support 360000739767]");
        assertThat(exactlyOne.evidence()).isEqualTo(Evidence.DOCUMENTED);
        assertThat(exactlyOne.severity()).isEqualTo(Severity.ERROR);

        TldRule disputed = TldRequirements.of("fi").rules().get(3);
        assertThat(disputed).hasToString("required passport_number of individual in FI");
        assertThat(disputed.contradictions()).hasToString("[vendor's WHMCS module]");
        assertThat(disputed.severity()).isEqualTo(Severity.WARNING);
        assertThat(TldRequirements.of("hu").notes()).hasSize(3).allMatch(note -> note.endsWith("360000738187)"));
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
        assertThat(unknown).hasToString("TldRequirements[example, 0 rules]");
        assertThat(unknown.check(person("NL").build()).all()).isEmpty();
        assertThat(TldRequirements.known()).doesNotContain("example", "com");
    }

    @Test
    void all_domains_of_the_table_are_known() {
        assertThat(TldRequirements.known())
                .hasSize(135)
                .contains("ru", "xn--p1ai", "com.es", "sx", "5g.in", "lt", "kr", "com.mx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"рф", "РФ", ".рф", "xn--p1ai", "XN--P1AI", " .Xn--P1ai "})
    void a_name_is_accepted_in_every_spelling(String written) {
        assertThat(TldRequirements.of(written)).isSameAs(TldRequirements.of("xn--p1ai"));
        assertThat(TldRequirements.of(written).tld()).isEqualTo("xn--p1ai");
        assertThat(errors("xn--p1ai", with(person("NL"), written, "postal_address_city", "Omsk")))
                .hasSize(7);
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
        assertThat(purpose)
                .hasToString("TldField[applicant_purpose,"
                        + " [values applicant_purpose P1, P2, P3, P5, ?P4, required applicant_purpose]]");
        assertThat(purpose.isRequired()).isTrue();
        assertThat(purpose.rules()).extracting(TldRule::evidence).containsOnly(Evidence.OBSERVED);
        assertThat(purpose.allowedValues()).containsExactly("P1", "P2", "P3", "P5");

        TldField passport = field("es", "passport_number");
        assertThat(passport.places()).containsExactly(Place.ADDITIONAL, Place.EXTENSION);
        assertThat(passport.rules())
                .extracting(TldRule::toString)
                .containsExactly(
                        "required passport_number|social_security_number of individual",
                        "required passport_number of individual");
        assertThat(passport.isRequired()).isFalse();

        assertThat(field("com.es", "passport_number").isRequired()).isFalse();
        assertThat(field("ru", "birth_date").format()).contains(TldFormat.DATE);
        assertThat(field("it", "vat").places()).containsExactly(Place.CUSTOMER);
        assertThat(field("jobs", "industry_class").allowedValues()).hasSize(25);
    }

    @Test
    void every_field_has_a_unique_name_and_a_description() {
        assertThat(TldRequirements.known()).allSatisfy(tld -> {
            List<TldField> fields = TldRequirements.of(tld).fields();
            assertThat(fields).extracting(TldField::name).doesNotHaveDuplicates();
            assertThat(fields).extracting(TldField::description).doesNotContain("");
        });
    }

    @Test
    void no_finding_repeats_a_text_of_the_customer() {
        String secret = "5ecret";
        StringBuilder messages = new StringBuilder();
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
            messages.append(findings);
        }

        assertThat(messages.toString()).isNotEmpty().doesNotContain(secret);
    }
}
