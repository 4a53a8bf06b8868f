package io.handlekit.conformance.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.tld.TldField;
import io.handlekit.customers.tld.TldField.Evidence;
import io.handlekit.customers.tld.TldField.Form;
import io.handlekit.customers.tld.TldField.Need;
import io.handlekit.customers.tld.TldField.Place;
import io.handlekit.customers.tld.TldRequirements;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The collected sources on top-level domains, and their comparison with the table of the core. */
final class TldMaterial {
    private static final Map<String, Place> PLACES = Map.of(
            "extension_additional_data",
            Place.EXTENSION,
            "additional_data",
            Place.ADDITIONAL,
            "customer",
            Place.CUSTOMER);

    /** Phrases of the sources and their meaning. The first phrase that is found counts. */
    private static final Map<String, Need> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("Required for Russian resident companies", Need.IF_RESIDENT_COMPANY);
        MEANINGS.put("Required for Russian residents", Need.IF_RESIDENT_INDIVIDUAL);
        MEANINGS.put(
                "Required only if the domain owner is an individual entrepreneur", Need.IF_COMPANY_OR_ENTREPRENEUR);
        MEANINGS.put("Required for Company contacts", Need.IF_COMPANY);
        MEANINGS.put("only if the residence country is not eligible", Need.IF_FOREIGN_INDIVIDUAL);
        MEANINGS.put("legal entity", Need.IF_COMPANY);
        MEANINGS.put("empresa", Need.IF_COMPANY);
        MEANINGS.put("rivate individual", Need.IF_INDIVIDUAL);
        MEANINGS.put("particular", Need.IF_INDIVIDUAL);
    }

    private final JsonNode material;
    private final JsonNode tlds;

    TldMaterial(JsonNode material) {
        this.material = material;
        this.tlds = material.path("tlds");
    }

    void compareDomains() {
        Set<String> names = new TreeSet<>(tlds.propertyNames());
        assertThat(names).hasSize(50);
        names.addAll(texts(material.path("in_family_same_as_.in")));
        names.addAll(texts(material.path("short_state").path("tlds")));
        assertThat(TldRequirements.known()).isEqualTo(names);

        for (String name : texts(material.path("in_family_same_as_.in"))) {
            assertThat(TldRequirements.of(name).fields())
                    .as(name)
                    .isEqualTo(TldRequirements.of("in").fields());
            assertThat(TldRequirements.of(name).homeCountries()).containsExactly("IN");
        }
        for (String name : texts(material.path("short_state").path("tlds"))) {
            assertThat(field(name, "address.state").form()).isEqualTo(Form.US_STATE);
        }
        List<String> citizenships = texts(tlds.path("eu").get(0).path("allowed"));
        for (String name : List.of("eu", "xn--e1a4c", "xn--qxa6a")) {
            assertThat(TldRequirements.of(name).homeCountries()).isEqualTo(citizenships);
        }
    }

    void compareFields() {
        for (String tld : tlds.propertyNames()) {
            Set<String> names = tlds.path(tld)
                    .valueStream()
                    .map(row -> row.path("field").stringValue())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (tld.equals("fi")) {
                names.add("address.state"); // in a note on org_type
            }
            assertThat(TldRequirements.of(tld).fields())
                    .as(tld)
                    .extracting(TldField::name)
                    .containsExactlyInAnyOrderElementsOf(names);
            tlds.path(tld).forEach(row -> compare(tld, row));
        }
    }

    private void compare(String tld, JsonNode row) {
        TldField field = field(tld, row.path("field").stringValue());
        String as = tld + " " + field.name();

        assertThat(field.places()).as(as).hasSameElementsAs(places(tld, row));
        assertThat(field.allowedValues()).as(as).isEqualTo(texts(row.path("allowed")));
        if (row.path("format").asString("").equals("YYYY-MM-DD")) {
            assertThat(field.form()).as(as).isEqualTo(Form.DATE);
        }
        if (row.path("format").asString("").equals("URL")) {
            assertThat(field.form()).as(as).isEqualTo(Form.URL);
        }
        if (hasTheBestSource(tld, row)) {
            assertThat(field.need()).as(as).isEqualTo(need(tld, row));
        }
        if (row.path("required").asString("").contains("INFERRED")) {
            assertThat(field.evidence()).as(as).isEqualTo(Evidence.INFERRED);
        }
        if (field.evidence() != Evidence.INFERRED) {
            assertThat(sources(tld, field.name()))
                    .as(as)
                    .contains(field.evidence().name());
        }
    }

    /** Where sources conflict, a field may stand in either place; the kind of organization has one place. */
    private Set<Place> places(String tld, JsonNode row) {
        return conflicts(tld) && !row.path("field").stringValue().equals("org_type")
                ? EnumSet.of(Place.ADDITIONAL, Place.EXTENSION)
                : EnumSet.of(PLACES.get(row.path("location").stringValue()));
    }

    /** Returns false if another row says more: on the same field in the other place or, for .fi, in a note. */
    private boolean hasTheBestSource(String tld, JsonNode row) {
        return tld.equals("fi")
                ? row.path("field").stringValue().equals("org_type")
                : !conflicts(tld) || !row.path("required").isNull();
    }

    private static Need need(String tld, JsonNode row) {
        String required = row.path("required").asString("unknown");
        if (row.path("field").stringValue().equals("in_nexus_connection_to_india")) {
            return Need.IF_FOREIGN; // in_note
        }
        if (tld.endsWith(".es")) {
            assertThat(required).isEqualTo("one-of");
            return Need.ALWAYS;
        }
        String said = required + String.join(" ", texts(row.path("notes")));
        for (Map.Entry<String, Need> meaning : MEANINGS.entrySet()) {
            if (said.contains(meaning.getKey())) {
                return meaning.getValue();
            }
        }
        return required.startsWith("yes") ? Need.ALWAYS : required.equals("no") ? Need.OPTIONAL : Need.UNKNOWN;
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

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
