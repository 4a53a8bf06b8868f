package io.handlekit.customers.tld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.tld.TldField.Evidence;
import io.handlekit.customers.tld.TldField.Format;
import io.handlekit.customers.tld.TldField.Need;
import io.handlekit.customers.tld.TldField.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The meaning of each sign of the table. */
class TldTableTest {
    private final Map<String, TldRequirements> table = TldTable.read();

    private List<TldField> fields(String tld) {
        return table.get(tld).fields();
    }

    private TldField field(String tld, String name) {
        return fields(tld).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_domain_has_the_fields_of_all_its_blocks() {
        assertThat(table).hasSize(111);
        assertThat(table).allSatisfy((tld, its) -> assertThat(its.tld()).isEqualTo(tld));
        assertThat(fields("eu")).extracting(TldField::name).containsExactly("whois_email", "country_of_citizenship");
        assertThat(fields("fr"))
                .extracting(TldField::name)
                .containsExactly("birth_date", "birth_city", "birth_zipcode", "birth_country");
    }

    @Test
    void a_line_has_name_places_need_evidence_and_format() {
        assertThat(fields("fi"))
                .extracting(TldField::name, TldField::places, TldField::need, TldField::evidence, TldField::format)
                .contains(
                        tuple("org_type", List.of(Place.EXTENSION), Need.ALWAYS, Evidence.DOCUMENTED, Format.TEXT),
                        tuple(
                                "birth_date",
                                List.of(Place.ADDITIONAL, Place.EXTENSION),
                                Need.IF_FOREIGN_INDIVIDUAL,
                                Evidence.INFERRED,
                                Format.DATE),
                        tuple("address.state", List.of(Place.CUSTOMER), Need.ALWAYS, Evidence.INFERRED, Format.TEXT));
        assertThat(field("fi", "org_type").description()).isNotEmpty();
        assertThat(TldTable.Row.of(List.of("vat", "customer", "always", "observed")))
                .hasToString("vat");
    }

    @Test
    void an_at_sign_starts_the_home_countries() {
        assertThat(table.get("fi").homeCountries()).containsExactly("FI");
        assertThat(table.get("xn--p1ai").homeCountries()).containsExactly("RU");
        assertThat(table.get("xn--e1a4c").homeCountries()).hasSize(33).contains("EL", "GR", "GP");
        assertThat(table.get("fr").homeCountries()).isEmpty();
    }

    @Test
    void an_equals_sign_starts_the_allowed_values_on_the_same_or_the_next_line() {
        assertThat(field("fi", "org_type").allowedValues()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        assertThat(field("eu", "country_of_citizenship").allowedValues())
                .hasSize(33)
                .contains("AT", "RE");
        assertThat(field("fr", "birth_city").allowedValues()).isEmpty();
    }

    @Test
    void a_question_mark_marks_a_doubtful_value() {
        TldField purpose = field("us", "applicant_purpose");

        assertThat(purpose.allowedValues()).containsExactly("P1", "P2", "P3", "P5");
        assertThat(purpose.isDoubtful("P4")).isTrue();
        assertThat(purpose.isDoubtful("P1")).isFalse();
        assertThat(TldTable.Row.of(List.of("vat", "customer", "always", "observed", "=P1,?P4"))
                        .doubtfulValues())
                .containsExactly("P4");
        assertThat(field("us", "nexus_category").isDoubtful("P4")).isFalse();
    }

    @Test
    void needs_that_end_with_or_are_alternatives() {
        assertThat(fields("es"))
                .extracting(TldField::name, TldField::need, TldField::alternatives)
                .containsExactly(
                        tuple("company_registration_number", Need.IF_COMPANY, List.of()),
                        tuple("passport_number", Need.IF_INDIVIDUAL, List.of("social_security_number")),
                        tuple("social_security_number", Need.IF_INDIVIDUAL, List.of("passport_number")));
    }
}
