package io.handlekit.customers.tld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.tld.TldField.Evidence;
import io.handlekit.customers.tld.TldField.Form;
import io.handlekit.customers.tld.TldField.Need;
import io.handlekit.customers.tld.TldField.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table as it is read anew: what each of its signs means. */
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
    void it_has_every_domain_once_with_the_fields_of_all_its_blocks() {
        assertThat(table).hasSize(111);
        assertThat(table).allSatisfy((tld, its) -> assertThat(its.tld()).isEqualTo(tld));
        assertThat(fields("eu")).extracting(TldField::name).containsExactly("whois_email", "country_of_citizenship");
        assertThat(fields("fr"))
                .extracting(TldField::name)
                .containsExactly("birth_date", "birth_city", "birth_zipcode", "birth_country");
    }

    @Test
    void a_line_names_a_field_its_places_who_needs_it_how_that_is_known_and_its_form() {
        assertThat(fields("fi"))
                .extracting(TldField::name, TldField::places, TldField::need, TldField::evidence, TldField::form)
                .contains(
                        tuple("org_type", List.of(Place.EXTENSION), Need.ALWAYS, Evidence.DOCUMENTED, Form.TEXT),
                        tuple(
                                "birth_date",
                                List.of(Place.ADDITIONAL, Place.EXTENSION),
                                Need.IF_FOREIGN_INDIVIDUAL,
                                Evidence.INFERRED,
                                Form.DATE),
                        tuple("address.state", List.of(Place.CUSTOMER), Need.ALWAYS, Evidence.INFERRED, Form.TEXT));
        assertThat(field("fi", "org_type").description()).isNotEmpty();
        assertThat(TldTable.Row.of(List.of("vat", "customer", "always", "observed")))
                .hasToString("vat");
    }

    @Test
    void after_an_at_sign_stand_the_home_countries_of_the_domains_before_it() {
        assertThat(table.get("fi").homeCountries()).containsExactly("FI");
        assertThat(table.get("xn--p1ai").homeCountries()).containsExactly("RU");
        assertThat(table.get("xn--e1a4c").homeCountries()).hasSize(33).contains("EL", "GR", "GP");
        assertThat(table.get("fr").homeCountries()).isEmpty();
    }

    @Test
    void after_an_equals_sign_stand_the_allowed_values_on_the_same_line_or_the_next() {
        assertThat(field("fi", "org_type").allowedValues()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        assertThat(field("eu", "country_of_citizenship").allowedValues())
                .hasSize(33)
                .contains("AT", "RE");
        assertThat(field("fr", "birth_city").allowedValues()).isEmpty();
    }

    @Test
    void a_value_after_a_question_mark_is_doubtful() {
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
    void needs_that_end_with_or_stand_in_for_one_another() {
        assertThat(fields("es"))
                .extracting(TldField::name, TldField::need, TldField::alternatives)
                .containsExactly(
                        tuple("company_registration_number", Need.IF_COMPANY, List.of()),
                        tuple("passport_number", Need.IF_INDIVIDUAL, List.of("social_security_number")),
                        tuple("social_security_number", Need.IF_INDIVIDUAL, List.of("passport_number")));
    }
}
