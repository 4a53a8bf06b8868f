package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.trial.ContractSource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages tell how many rules each contract has, and docs/conformance.md what a fixture offers for each. That the rules
 * named here are skipped without it, and no others, is seen where the contracts run: in TeethTest, in FailingProgramTest
 * and in the consumer project.
 */
class RuleTableTest {
    /** The needs of a rule beyond the implementation. It can do without those in brackets. */
    private static final Map<String, String> OFFERED = Map.ofEntries(
            Map.entry("C05", "(`callsReceived`)"),
            Map.entry("C06", "(`callsReceived`, `unknownHandle`)"),
            Map.entry("C07", "(`unknownHandle`)"),
            Map.entry("C10", "(`unknownHandle`)"),
            Map.entry("C16", "`control().silence`, `control().speak`"),
            Map.entry("C17", "(`unknownHandle`, `control().failNextCreate`)"),
            Map.entry("C18", "(`unknownHandle`, `stored`)"),
            Map.entry(
                    "C19",
                    "`control().failNextCreate`, `control().expireTokens`, `control().moveClock`; (`unknownHandle`,"
                            + " `stored`)"),
            Map.entry("C20", "(`stored`)"),
            Map.entry("T27", "`openTrusting`"),
            Map.entry("T30", "`openTrusting`"),
            Map.entry("T31", "`openTrusting`"),
            Map.entry("T32", "(`deadline`)"));

    @Test
    void the_page_shows_every_rule_and_what_a_fixture_offers_for_it() throws IOException {
        GeneratedPage.mustSay(
                "conformance.md",
                table("CustomersContract", CustomersContract.class)
                        + table("TransportContract", TransportContract.class));
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, 21 rules",
        "docs/conformance.md, 21 rules",
        "docs/conformance.md, 21 tests",
        "docs/conformance.md, 32 rules"
    })
    void the_pages_tell_how_many_rules_a_contract_has(String page, String number) throws IOException {
        Class<?> contract = number.startsWith("21") ? CustomersContract.class : TransportContract.class;

        assertThat(number).startsWith(ContractSource.of(contract).size() + " ");
        assertThat(Files.readString(Path.of("..", page))).containsPattern(number.replace(" ", "\\s"));
    }

    @Test
    void the_page_shows_the_settings_of_the_consumer_project() throws IOException {
        Path settings = Path.of("src/test/resources/it/consumer/src/test/resources/junit-platform.properties");

        assertThat(Files.readString(Path.of("../docs/conformance.md")))
                .contains("```properties\n" + Files.readString(settings) + "```\n");
    }

    private static String table(String name, Class<?> contract) {
        Map<String, Method> rules = ContractSource.of(contract);
        List<String> lines = new ArrayList<>(List.of("", "### The " + rules.size() + " rules of " + name, ""));
        lines.add("| rule | what it verifies | the fixture offers |");
        lines.add("| --- | --- | --- |");
        rules.forEach((id, rule) ->
                lines.add("| " + id + " | " + promise(id, rule) + " | " + OFFERED.getOrDefault(id, "-") + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String promise(String id, Method rule) {
        return rule.getName().substring(id.length() + 1).replace('_', ' ');
    }
}
