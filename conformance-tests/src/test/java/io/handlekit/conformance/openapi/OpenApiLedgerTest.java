package io.handlekit.conformance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the mock's ledger says of its OpenAPI document. */
class OpenApiLedgerTest {
    @Test
    void every_deviation_from_the_vendor_s_schemas_is_in_the_ledger_and_the_ledger_has_no_others() {
        JsonNode ledger = Goldens.tree(OpenApi.resource("/io/handlekit/mock/ledger.json"));
        JsonNode entries = ledger.isArray() ? ledger : ledger.path("entries");
        Set<String> deviations = entries.valueStream()
                .map(entry -> entry.path("id").stringValue())
                .filter(id -> id.startsWith("deviation."))
                .collect(Collectors.toSet());

        assertThat(Deviations.byLedgerEntry().keySet()).isEqualTo(deviations);
    }
}
