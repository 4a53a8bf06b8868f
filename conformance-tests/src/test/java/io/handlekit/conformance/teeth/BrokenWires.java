package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.BrokenSubject.wire;
import static io.handlekit.conformance.teeth.FaultyWires.inPages;
import static io.handlekit.conformance.teeth.FaultyWires.inReplies;
import static io.handlekit.conformance.teeth.FaultyWires.inRequests;
import static io.handlekit.conformance.teeth.FaultyWires.inResults;
import static io.handlekit.conformance.teeth.FaultyWires.inUris;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Codecs with one fault each: the client over a wire that changes requests or replies. */
final class BrokenWires {
    private BrokenWires() {}

    static List<BrokenSubject> all() {
        return Stream.of(writing(), reading(), asking(), listing())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenSubject> writing() {
        return List.of(
                wire("writes no fax", inRequests(tree -> tree.remove("fax")), "C02"),
                wire(
                        "writes zip_code for zipcode",
                        inRequests(tree -> rename(tree.path("address"), "zipcode", "zip_code")),
                        "C01"),
                wire(
                        "writes the city as the state",
                        inRequests(tree -> swap(tree.path("address"), "city", "state")),
                        "C02"),
                wire(
                        "writes the prefix as the initials",
                        inRequests(tree -> swap(tree.path("name"), "prefix", "initials")),
                        "C02"),
                wire("writes the e-mail in lower case", inRequests(tree -> lowerCase(tree, "email")), "C02"),
                wire("writes no tags", inRequests(tree -> tree.remove("tags")), "C02"),
                wire("writes no extension data", inRequests(tree -> tree.remove("extension_additional_data")), "C02"),
                wire("trims names when it writes", inRequests(tree -> trim(tree.path("name"))), "C02"),
                wire("sends a create twice", FaultyWires::creatingTwice, "C13"),
                wire("sends no delete", FaultyWires::sendingNoDelete, "C09", "C10"));
    }

    private static List<BrokenSubject> reading() {
        return List.of(
                wire("reads no fax", inReplies(tree -> tree.remove("fax")), "C02"),
                wire(
                        "reads zip_code for zipcode",
                        inReplies(tree -> rename(tree.path("address"), "zipcode", "zip_code")),
                        "C02"),
                wire(
                        "reads the city as the state",
                        inReplies(tree -> swap(tree.path("address"), "city", "state")),
                        "C02"),
                wire(
                        "reads the prefix as the initials",
                        inReplies(tree -> swap(tree.path("name"), "prefix", "initials")),
                        "C04"),
                wire("reads the e-mail in lower case", inReplies(tree -> lowerCase(tree, "email")), "C02"),
                wire("reads no tags", inReplies(tree -> tree.remove("tags")), "C02"),
                wire("reads no extension data", inReplies(tree -> tree.remove("extension_additional_data")), "C02"),
                wire("reads another handle", inReplies(tree -> replace(tree, "handle", "ZZ123456-ZZ")), "C02"));
    }

    private static List<BrokenSubject> asking() {
        return Stream.concat(
                        Stream.of("handle_", "email_", "first_name_", "last_name_", "company_name_", "comment_", "&")
                                .map(field -> wire(
                                        "asks for " + field + "patern",
                                        inUris(field + "pattern=", field + "patern="),
                                        "C12")),
                        Stream.of(
                                wire("sends pluses unencoded", inUris("%2B", "+"), "C12"),
                                wire("asks without stars", inUris("\\*", ""), "C12"),
                                wire("asks for no additional data", inUris("(\\?limit=.*)=true", "$1=false"), "C11"),
                                wire(
                                        "always asks for additional data",
                                        inUris("with_additional_data=false", "with_additional_data=true"),
                                        "C11"),
                                wire("always asks for the first page", inUris("offset=\\d+", "offset=0"), "C13"),
                                wire("asks for all on one page", inUris("limit=\\d+", "limit=1000"), "C13"),
                                wire("asks for no type", inUris("&type=[a-z]+", ""), "C14"),
                                wire("asks for the other type", inUris("type=company", "type=individual"), "C14"),
                                wire("asks for no order", inUris("&order_by=[a-z_]+", ""), "C15"),
                                wire("asks for no descending order", inUris("order=DESC", "order=ASC"), "C15")))
                .toList();
    }

    private static List<BrokenSubject> listing() {
        return List.of(
                wire(
                        "lists the city as the state",
                        inResults(tree -> swap(tree.path("address"), "city", "state")),
                        "C11"),
                wire("lists another handle", inResults(tree -> tree.put("handle", "ZZ123456-ZZ")), "C11"),
                wire("lists no additional data", inResults(tree -> tree.remove("additional_data")), "C11"),
                wire("lists all but the last", inPages(BrokenWires::forgetTheLast), "C12", "C13"),
                wire(
                        "counts one customer too many",
                        inPages(page -> page.put("total", page.path("total").intValue() + 1)),
                        "C12",
                        "C13"),
                wire(
                        "returns the size of the page as the total",
                        inPages(page -> page.put("total", page.path("results").size())),
                        "C13"));
    }

    private static void rename(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && object.has(from)) {
            object.set(to, object.remove(from));
        }
    }

    private static void swap(JsonNode node, String one, String other) {
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

    private static void lowerCase(ObjectNode tree, String name) {
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

    private static void forgetTheLast(ObjectNode page) {
        JsonNode results = page.path("results");
        if (!results.isEmpty()) {
            ((ArrayNode) results).remove(results.size() - 1);
        }
    }
}
