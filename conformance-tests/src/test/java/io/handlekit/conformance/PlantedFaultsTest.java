package io.handlekit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract has teeth: a fault planted on the wire, on the way there or back, turns the rule named red. */
class PlantedFaultsTest {
    /** What a faulty codec would do to a tree. */
    private static final Map<String, Consumer<ObjectNode>> FAULTS = Map.ofEntries(
            Map.entry("fax dropped", tree -> tree.remove("fax")),
            Map.entry("zipcode misspelt", tree -> rename(tree.path("address"), "zipcode", "zip_code")),
            Map.entry("city and state swapped", tree -> swap(tree.path("address"), "city", "state")),
            Map.entry("prefix taken for initials", tree -> swap(tree.path("name"), "prefix", "initials")),
            Map.entry("e-mail in small letters", tree -> smallLetters(tree, "email")),
            Map.entry("tags forgotten", tree -> tree.remove("tags")),
            Map.entry("extension data forgotten", tree -> tree.remove("extension_additional_data")),
            Map.entry("lines trimmed", tree -> trim(tree.path("name"))),
            Map.entry("another handle", tree -> replace(tree, "handle", "ZZ123456-ZZ")));

    @Test
    void a_wire_without_a_fault_breaks_no_rule() {
        assertThat(Faulty.brokenRules(UnaryOperator.identity(), "C")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fax dropped,C02",
        "zipcode misspelt,C01",
        "city and state swapped,C02",
        "prefix taken for initials,C02",
        "e-mail in small letters,C02",
        "tags forgotten,C02",
        "extension data forgotten,C02",
        "lines trimmed,C02",
    })
    void a_fault_in_writing_is_caught(String fault, String rule) {
        assertThat(Faulty.brokenRules(Faulty.inRequests(FAULTS.get(fault)), rule))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "fax dropped,C02",
        "zipcode misspelt,C02",
        "city and state swapped,C02",
        "prefix taken for initials,C04",
        "e-mail in small letters,C02",
        "tags forgotten,C02",
        "extension data forgotten,C02",
        "another handle,C02",
    })
    void a_fault_in_reading_is_caught(String fault, String rule) {
        assertThat(Faulty.brokenRules(Faulty.inReplies(FAULTS.get(fault)), rule))
                .containsExactly(rule);
    }

    private static void rename(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && object.has(from)) {
            object.set(to, object.remove(from));
        }
    }

    static void swap(JsonNode node, String one, String other) {
        if (node instanceof ObjectNode object) {
            JsonNode first = object.remove(one);
            JsonNode second = object.remove(other);
            put(object, one, second);
            put(object, other, first);
        }
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (value != null) {
            object.set(name, value);
        }
    }

    private static void smallLetters(ObjectNode tree, String name) {
        if (tree.has(name)) {
            tree.put(name, tree.path(name).stringValue().toLowerCase(Locale.ROOT));
        }
    }

    private static void trim(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(new String[0])) {
                object.put(name, object.path(name).stringValue().strip());
            }
        }
    }

    private static void replace(ObjectNode tree, String name, String value) {
        if (tree.has(name)) {
            tree.put(name, value);
        }
    }
}
