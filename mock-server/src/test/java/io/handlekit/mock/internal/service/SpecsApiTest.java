package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The requirements of top-level domains over HTTP. */
class SpecsApiTest extends ApiTest {
    private static final String SPECS = "/domains/additional-data/customers?domain.extension=";

    @Test
    @Proves({"route.specs", "spec.reply", "spec.names", "spec.types"})
    void a_field_is_listed_in_camel_case_with_its_values() {
        JsonNode data = client.get(SPECS + "us&domain.name=example").data();

        assertThat(data.isArray()).isTrue();
        assertThat(data)
                .extracting(field -> field.path("name").stringValue())
                .containsExactlyInAnyOrder("applicantPurpose", "nexusCategory");
        JsonNode field = data.path(0);
        assertThat(field.propertyNames())
                .containsExactlyInAnyOrder("name", "description", "required", "type", "options");
        assertThat(field.path("required").isBoolean()).isTrue();
        assertThat(field.path("type").stringValue()).isEqualTo("select");
        assertThat(field.path("options").path(0)).hasToString("{\"value\":\"P1\",\"description\":\"P1\"}");
        assertThat(client.get(SPECS + "aero").data().path(0).path("type").stringValue())
                .isEqualTo("text");
    }

    @Test
    @Proves("spec.names")
    void a_switch_lists_names_in_snake_case() {
        start(Switch.SpecNames.SNAKE);

        assertThat(client.get(SPECS + "us").data())
                .extracting(field -> field.path("name").stringValue())
                .containsExactlyInAnyOrder("applicant_purpose", "nexus_category");
    }

    @Test
    @Proves("spec.fields")
    void every_known_top_level_domain_has_its_fields() {
        for (String tld : TldRequirements.known()) {
            long fields = TldRequirements.of(tld).fields().stream()
                    .filter(field ->
                            !field.name().equals("vat") && !field.name().startsWith("address."))
                    .map(field -> field.name())
                    .distinct()
                    .count();
            assertThat((long) client.get(SPECS + tld).data().size()).as(tld).isGreaterThanOrEqualTo(fields);
        }
        assertThat(client.get(SPECS + "aero").data().path(0).path("required")).hasToString("true");
        assertThat(client.get(SPECS + "eu").data().path(0).path("required")).hasToString("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", "nowhere", "..", "a_b", "%00", "xn--"})
    @Proves("spec.extension")
    void an_unknown_top_level_domain_has_no_fields(String extension) {
        assertThat(client.get(SPECS + extension).json()).hasToString("{\"code\":0,\"desc\":\"\",\"data\":[]}");
    }

    @Test
    @Proves("spec.extension")
    void the_extension_is_required() {
        assertThat(client.get(SPECS).code()).isEqualTo(20002);
        assertThat(client.get("/domains/additional-data/customers").code()).isEqualTo(20002);
    }

    @Test
    @Proves("tld.check")
    void data_for_a_top_level_domain_are_not_checked_by_default() {
        String nobody = "[{\"name\":\"us\",\"data\":{\"nexus_category\":\"X9\"}},{\"name\":\"..\",\"data\":{}}]";
        String anybody = "[{\"name\":\"us\",\"data\":{\"nexus_category\":\"C11\"}}]";
        assertThat(create(anybody, nobody).code()).isZero();

        start(Behaviour.defaults().with(Switch.TldCheck.ON_CREATE).with(Switch.ErrorData.TEXT));

        assertThat(create(anybody, nobody).json())
                .hasToString("{\"desc\":\"Domain `additionalData` parameter is invalid\",\"code\":375,"
                        + "\"data\":\"extension_additional_data[0].data.nexus_category\"}");
        assertThat(create("\"us\"", "\"aero\"").code()).isEqualTo(375);
        String complete = "[{\"name\":\"us\",\"data\":{\"nexus_category\":\"C11\",\"applicant_purpose\":\"P3\"}}]";
        assertThat(create(anybody, complete).code()).isZero();
    }
}
