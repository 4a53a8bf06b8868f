package io.handlekit.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.HttpReply;
import io.handlekit.http.HttpTransport;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules about lists and deletes have teeth too. */
class PlantedListingFaultsTest {
    private static final byte[] DONE = "{\"code\":0,\"data\":{\"success\":true}}".getBytes(UTF_8);

    private static final Map<String, UnaryOperator<HttpTransport>> FAULTS = Map.ofEntries(
            Map.entry("delete not sent", PlantedListingFaultsTest::sendingNoDelete),
            Map.entry(
                    "city and state swapped",
                    inResults(tree -> PlantedFaultsTest.swap(tree.path("address"), "city", "state"))),
            Map.entry("another handle", inResults(tree -> tree.put("handle", "ZZ123456-ZZ"))),
            Map.entry("additional data forgotten", inResults(tree -> tree.remove("additional_data"))),
            Map.entry("additional data not asked for", in("(\\?limit=.*)=true", "$1=false")),
            Map.entry(
                    "additional data always asked for", in("with_additional_data=false", "with_additional_data=true")),
            Map.entry("pluses taken for spaces", in("%2B", "+")),
            Map.entry("stars forgotten", in("\\*", "")),
            Map.entry("offset ignored", in("offset=\\d+", "offset=0")),
            Map.entry("limit ignored", in("limit=\\d+", "limit=1000")),
            Map.entry(
                    "total one more",
                    inPages(page -> page.put("total", page.path("total").intValue() + 1))),
            Map.entry(
                    "total of the page alone",
                    inPages(page -> page.put("total", page.path("results").size()))),
            Map.entry("last one forgotten", inPages(PlantedListingFaultsTest::forgetTheLast)),
            Map.entry("type ignored", in("&type=[a-z]+", "")),
            Map.entry("types confused", in("type=company", "type=individual")),
            Map.entry("sort ignored", in("&order_by=[a-z_]+", "")),
            Map.entry("never descending", in("order=DESC", "order=ASC")));

    @ParameterizedTest
    @CsvSource({
        "delete not sent,C09",
        "delete not sent,C10",
        "city and state swapped,C11",
        "another handle,C11",
        "additional data forgotten,C11",
        "additional data not asked for,C11",
        "additional data always asked for,C11",
        "pluses taken for spaces,C12",
        "stars forgotten,C12",
        "last one forgotten,C12",
        "total one more,C12",
        "offset ignored,C13",
        "limit ignored,C13",
        "total one more,C13",
        "total of the page alone,C13",
        "last one forgotten,C13",
        "type ignored,C14",
        "types confused,C14",
        "sort ignored,C15",
        "never descending,C15",
    })
    void a_fault_in_listing_or_deleting_is_caught(String fault, String rule) {
        assertThat(Faulty.brokenRules(FAULTS.get(fault), rule)).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handle_", "email_", "first_name_", "last_name_", "company_name_", "comment_", "&"})
    void a_misspelt_pattern_is_caught(String field) {
        assertThat(Faulty.brokenRules(in(field + "pattern=", field + "patern="), "C12"))
                .containsExactly("C12");
    }

    private static UnaryOperator<HttpTransport> in(String regex, String replacement) {
        return Faulty.inUris(uri -> uri.replaceAll(regex, replacement));
    }

    private static UnaryOperator<HttpTransport> inPages(Consumer<ObjectNode> spoil) {
        return Faulty.inReplies(data -> {
            if (data.has("results")) {
                spoil.accept(data);
            }
        });
    }

    private static UnaryOperator<HttpTransport> inResults(Consumer<ObjectNode> spoil) {
        return inPages(page -> page.path("results").forEach(result -> spoil.accept((ObjectNode) result)));
    }

    private static void forgetTheLast(ObjectNode page) {
        JsonNode results = page.path("results");
        if (!results.isEmpty()) {
            ((ArrayNode) results).remove(results.size() - 1);
        }
    }

    /** Answers for the service that it is done. */
    private static HttpTransport sendingNoDelete(HttpTransport transport) {
        return call -> call.method().equals("DELETE")
                ? CompletableFuture.completedFuture(new HttpReply(200, "application/json", DONE))
                : transport.send(call);
    }
}
