package io.handlekit.conformance.material;

import static io.handlekit.conformance.material.SharedMaterial.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.tld.TldField;
import io.handlekit.customers.tld.TldField.Place;
import io.handlekit.customers.tld.TldFormat;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.tld.TldRule;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The collected sources about top-level domains, compared with the table of the core. */
final class TldMaterial {
    private static final Map<String, Place> PLACES = Map.of(
            "extension_additional_data",
            Place.EXTENSION,
            "additional_data",
            Place.ADDITIONAL,
            "customer",
            Place.CUSTOMER);

    /** Phrases of the sources and the conditions they mean, as the table writes them. The first match counts. */
    private static final Map<String, List<String>> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("Required for Russian resident companies", List.of("of company in RU"));
        MEANINGS.put("Required for Russian residents", List.of("of individual in RU"));
        MEANINGS.put(
                "Required only if the domain owner is an individual entrepreneur",
                List.of("of company", "of entrepreneur in RU"));
        MEANINGS.put("Required for Company contacts", List.of("of company"));
        MEANINGS.put(
                "only if the residence country is not eligible",
                List.of("of individual outside the European Economic Area"));
        MEANINGS.put("legal entity", List.of("of company"));
        MEANINGS.put("empresa", List.of("of company"));
        MEANINGS.put("rivate individual", List.of("of individual"));
        MEANINGS.put("particular", List.of("of individual"));
    }

    private final JsonNode material;
    private final JsonNode tlds;

    TldMaterial(JsonNode material) {
        this.material = material;
        this.tlds = material.path("tlds");
    }

    void compareDomains(JsonNode articles) {
        Set<String> names = new TreeSet<>(tlds.propertyNames());
        assertThat(names).hasSize(50);
        names.addAll(texts(material.path("in_family_same_as_.in")));
        names.addAll(texts(material.path("short_state").path("tlds")));
        articles.path("entries").forEach(entry -> names.add(entry.path("tld").stringValue()));
        assertThat(TldRequirements.known()).isEqualTo(names);

        for (String name : texts(material.path("in_family_same_as_.in"))) {
            assertThat(TldRequirements.of(name).rules())
                    .as(name)
                    .isEqualTo(TldRequirements.of("in").rules());
            assertThat(TldRequirements.of(name).fields())
                    .as(name)
                    .hasToString(TldRequirements.of("in").fields().toString());
            assertThat(TldRequirements.of(name).homeCountries()).containsExactly("IN");
        }
        for (String name : texts(material.path("short_state").path("tlds"))) {
            assertThat(field(name, "address.state").rules())
                    .extracting(TldRule::toString)
                    .containsExactly("format address.state two-letters in US");
        }
        List<String> citizenships = texts(tlds.path("eu").get(0).path("allowed"));
        for (String name : List.of("eu", "xn--e1a4c", "xn--qxa6a")) {
            assertThat(TldRequirements.of(name).homeCountries()).containsAll(citizenships);
        }
    }

    void compareFields() {
        for (String tld : tlds.propertyNames()) {
            Set<String> names = tlds.path(tld)
                    .valueStream()
                    .map(row -> row.path("field").stringValue())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(TldRequirements.of(tld).fields())
                    .as(tld)
                    .extracting(TldField::name)
                    .containsAll(names);
            assertThat(TldRequirements.of(tld).fields())
                    .filteredOn(field -> !names.contains(field.name()))
                    .as("fields of ." + tld + " that the articles add")
                    .allMatch(field -> field.rules().stream().anyMatch(TldMaterial::isNewer));
            tlds.path(tld).forEach(row -> compare(tld, row));
        }
    }

    /** Returns true if an article or newer evidence states the rule, or states that the field is optional. */
    private static boolean isNewer(TldRule rule) {
        return rule.sources().stream()
                .anyMatch(source -> source.name().matches("vendor article.*|order check.*|live clients.*|.*request.*"));
    }

    private void compare(String tld, JsonNode row) {
        TldField field = field(tld, row.path("field").stringValue());
        String as = tld + " " + field.name();

        assertThat(field.places()).as(as).containsAll(places(tld, row));
        assertThat(field.allowedValues()).as(as).isEqualTo(texts(row.path("allowed")));
        if (row.path("format").asString("").equals("YYYY-MM-DD")) {
            assertThat(field.format()).as(as).contains(TldFormat.DATE);
        }
        if (row.path("format").asString("").equals("URL")) {
            assertThat(field.format()).as(as).contains(TldFormat.URL);
        }
        List<TldRule> needs = field.rules().stream().filter(TldRule::isNeed).toList();
        List<String> conditions = conditions(tld, row);
        assertThat(needs)
                .as(as)
                .extracting(rule -> rule.condition().toString())
                .filteredOn(condition -> !condition.isEmpty() || conditions.contains(""))
                .containsAll(conditions);
        if (conditions.isEmpty()
                && (!conflicts(tld) || row.path("required").asString("").equals("no"))) {
            assertThat(needs)
                    .as(as)
                    .allMatch(
                            rule -> isNewer(rule) || sources(tld, field.name()).contains("doc."));
        }
    }

    /** Where sources disagree on the place, both are accepted; org_type has one place only. */
    private Set<Place> places(String tld, JsonNode row) {
        return conflicts(tld) && !row.path("field").stringValue().equals("org_type")
                ? EnumSet.of(Place.ADDITIONAL, Place.EXTENSION)
                : EnumSet.of(PLACES.get(row.path("location").stringValue()));
    }

    /** Returns the conditions under which the row requires the field; empty if it does not. */
    private static List<String> conditions(String tld, JsonNode row) {
        String required = row.path("required").asString("unknown");
        String name = row.path("field").stringValue();
        if (name.equals("in_nexus_connection_to_india")) {
            return List.of("outside IN"); // in_note
        }
        if (tld.equals("ro") && name.equals("social_security_number") && required.startsWith("if ")) {
            return List.of("of individual in RO", "of individual outside RO"); // the article distinguishes residents
        }
        if (tld.endsWith(".es")) {
            assertThat(required).isEqualTo("one-of");
            return List.of("");
        }
        String said = required + String.join(" ", texts(row.path("notes")));
        for (Map.Entry<String, List<String>> meaning : MEANINGS.entrySet()) {
            if (said.contains(meaning.getKey()) && !tld.equals("fi")) {
                return meaning.getValue();
            }
        }
        return required.startsWith("yes") ? List.of("") : List.of();
    }

    private String sources(String tld, String field) {
        return tlds.path(tld)
                .valueStream()
                .filter(row -> row.path("field").stringValue().equals(field))
                .flatMap(row -> texts(row.path("sources")).stream())
                .collect(Collectors.joining(" "));
    }

    private boolean conflicts(String tld) {
        return texts(material.path("location_conflict").path("tlds")).contains(tld);
    }

    private static TldField field(String tld, String name) {
        return TldRequirements.of(tld).fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(tld + " lacks " + name));
    }
}
