package io.handlekit.conformance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tests the lines of the ledger about the OpenAPI document. */
class OpenApiLedgerTest {
    @Test
    void the_ledger_lists_every_deviation_from_the_vendor_schemas_and_no_others() {
        JsonNode ledger = Goldens.tree(OpenApi.resource("/io/handlekit/mock/ledger.json"));
        JsonNode entries = ledger.isArray() ? ledger : ledger.path("entries");
        Set<String> deviations = entries.valueStream()
                .map(entry -> entry.path("id").stringValue())
                .filter(id -> id.startsWith("deviation."))
                .collect(Collectors.toSet());

        assertThat(Deviations.byLedgerEntry().keySet()).isEqualTo(deviations);
    }
}
