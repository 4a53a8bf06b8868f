package io.handlekit.customers.tld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.tld.TldField.Place;
import io.handlekit.customers.tld.TldSource.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meaning of each word of the table. */
class TldTableTest {
    private static final String HEAD = """
            source law documented law of the land
            source shop observed a shop
            countries home NL,BE the Low Countries
            countries near home,DE the neighbours
            format-of code AB [A-Z]{2} a code of two letters
            """;

    private static Map<String, TldRequirements> parse(String blocks) {
        Properties descriptions = new Properties();
        descriptions.setProperty("uin", "A number");
        return TldTable.parse(HEAD + blocks, descriptions);
    }

    private static TldRule rule(String line) {
        return parse(".x\n" + line).get("x").rules().get(0);
    }

    @Test
    void a_domain_has_the_lines_of_all_its_blocks() {
        Map<String, TldRequirements> table =
                parse("# comment\n.a .b\n.c\nnote law First.\n\n.b\nnote shop Second\n  line.\n");

        assertThat(table.keySet()).containsExactly("a", "b", "c");
        assertThat(table.get("b").notes()).containsExactly("First. (law of the land)", "Second line. (a shop)");
        assertThat(table.get("c").notes()).containsExactly("First. (law of the land)");
    }

    @Test
    void a_field_has_its_places_its_description_and_the_rules_that_name_it() {
        TldField field = parse(".x\nfield uin additional,extension\nrequired uin|vat by law\nempty vat by law\n")
                .get("x")
                .fields()
                .get(0);

        assertThat(field.name()).isEqualTo("uin");
        assertThat(field.places()).containsExactly(Place.ADDITIONAL, Place.EXTENSION);
        assertThat(field.description()).isEqualTo("A number");
        assertThat(field.rules()).extracting(TldRule::toString).containsExactly("required uin|vat");
        assertThat(field.isRequired()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required vat",
                "exactly-one vat|email of individual",
                "empty company_name of company in home",
                "optional vat of entrepreneur outside NL",
                "format vat code outside near",
                "strict-format vat date",
            })
    void a_rule_prints_as_the_table_writes_it(String line) {
        String printed = line.replace("home", "the Low Countries").replace("near", "the neighbours");

        assertThat(rule(line + " by law")).hasToString(printed);
    }

    @Test
    void lists_of_countries_include_others_and_name_values() {
        assertThat(rule("empty vat in near by law").condition().countries()).containsExactly("NL", "BE", "DE");
        assertThat(rule("values address.country near by law").values()).containsExactly("NL", "BE", "DE");
        assertThat(rule("values vat A,?B by law").values()).containsExactly("A");
        assertThat(rule("values vat A,?B by law").isDoubtful("B")).isTrue();
        assertThat(rule("values vat A,?B by law").isDoubtful("A")).isFalse();
    }

    @Test
    void a_rule_names_the_sources_on_both_sides() {
        TldRule rule = rule("required vat by shop,law against shop");

        assertThat(rule.sources()).extracting(TldSource::name).containsExactly("a shop", "law of the land");
        assertThat(rule.contradictions()).extracting(TldSource::name).containsExactly("a shop");
        assertThat(rule.evidence()).isEqualTo(Evidence.DOCUMENTED);
        assertThat(rule("required vat by shop").evidence()).isEqualTo(Evidence.OBSERVED);
    }

    @Test
    void a_rule_is_sure_unless_contradicted_inferred_or_with_an_exception() {
        assertThat(rule("required vat by law").severity()).isEqualTo(Severity.ERROR);
        assertThat(rule("strict-format vat code by law").severity()).isEqualTo(Severity.ERROR);
        assertThat(List.of(
                        rule("required vat by law against shop"),
                        rule("required vat by law inferred"),
                        rule("required vat by law unless it rains"),
                        rule("format vat code by law")))
                .extracting(TldRule::severity)
                .containsOnly(Severity.WARNING);
        assertThat(rule("required vat by law unless it rains").exception()).contains("it rains");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required vat",
                "required vat by nobody",
                "wanted vat by law",
                "format vat unknown by law",
                "required vat of stranger by law",
                "required vat during NL by law",
                "field uin nowhere",
            })
    void a_line_that_cannot_be_read_is_named(String line) {
        assertThatThrownBy(() -> parse(".x\n" + line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tld-rules.txt: cannot read the line: " + line);
    }
}
