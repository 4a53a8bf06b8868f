package io.handlekit.conformance.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault in the body of a create, and the HTTP status that the mock answers with.
 *
 * @param name the fault
 * @param httpStatus the status
 * @param change puts the fault into the bytes
 */
record SpoiltBody(String name, int httpStatus, UnaryOperator<byte[]> change) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int REFUSED = 400;
    private static final int NOT_UNDERSTOOD = 400;

    static final List<SpoiltBody> ALL = Stream.of(
                    leaves("/name", "first_name", "last_name"),
                    leaves("/address", "street", "zipcode", "city", "country"),
                    leaves("/phone", "country_code", "subscriber_number"),
                    leaves("", "name", "address", "phone", "email"),
                    others())
            .flatMap(List::stream)
            .toList();

    byte[] spoil(byte[] body) {
        return change.apply(body);
    }

    /** Returns two faults for each field: without it, and with a number in its place. */
    private static List<SpoiltBody> leaves(String section, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(
                        tree(
                                "without " + name,
                                REFUSED,
                                body -> object(body, section).remove(name)),
                        tree(
                                "number for " + name,
                                NOT_UNDERSTOOD,
                                body -> object(body, section).put(name, 7))))
                .toList();
    }

    private static List<SpoiltBody> others() {
        ArrayNode nothing = JsonNodeFactory.instance.arrayNode();
        return List.of(
                new SpoiltBody("cut off", NOT_UNDERSTOOD, body -> Arrays.copyOf(body, body.length - 1)),
                new SpoiltBody("no body", NOT_UNDERSTOOD, body -> new byte[0]),
                tree(
                        "country by its name",
                        REFUSED,
                        body -> object(body, "/address").put("country", "United Kingdom")),
                tree("no plus", REFUSED, body -> object(body, "/phone").put("country_code", "31")),
                tree("no at", REFUSED, body -> body.put("email", "ada.example.com")),
                tree(
                        "fax of words",
                        REFUSED,
                        body -> body.putObject("fax")
                                .put("country_code", "Holland")
                                .put("subscriber_number", "5551234")),
                tree(
                        "tags of texts",
                        NOT_UNDERSTOOD,
                        body -> body.putArray("tags").add("VIP")),
                tree("additional data in an array", NOT_UNDERSTOOD, body -> body.set("additional_data", nothing)),
                tree(
                        "a number in it",
                        NOT_UNDERSTOOD,
                        body -> body.putObject("additional_data").put("any", 1)));
    }

    private static ObjectNode object(JsonNode body, String place) {
        return (ObjectNode) body.at(place);
    }

    private static SpoiltBody tree(String name, int httpStatus, TreeChange change) {
        return new SpoiltBody(name, httpStatus, body -> {
            ObjectNode tree = (ObjectNode) MAPPER.readTree(body);
            change.apply(tree);
            return MAPPER.writeValueAsBytes(tree);
        });
    }

    @Override
    public String toString() {
        return name;
    }

    private interface TreeChange {
        void apply(ObjectNode body);
    }
}
