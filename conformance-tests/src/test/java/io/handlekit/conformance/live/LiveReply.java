package io.handlekit.conformance.live;

import io.handlekit.http.transport.HttpReply;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reply of the service, as {@link LiveLines} look at it.
 *
 * @param status the HTTP status
 * @param body the JSON, missing if it was none
 */
record LiveReply(int status, JsonNode body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static LiveReply of(HttpReply reply) {
        try {
            return new LiveReply(reply.status(), MAPPER.readTree(reply.body()));
        } catch (JacksonException noJson) {
            return new LiveReply(reply.status(), MAPPER.missingNode());
        }
    }

    /** What the reply is about. */
    JsonNode data() {
        return body.path("data");
    }

    /** Text at a path of names, empty if there is none. */
    String text(String... path) {
        JsonNode node = data();
        for (String name : path) {
            node = node.path(name);
        }
        return node.asString("");
    }

    boolean isSuccess() {
        return body.path("code").asInt(-1) == 0;
    }

    String code() {
        return "code " + body.path("code").asString("missing");
    }

    /** Status and code, which are all that is told of a refusal: its words may repeat what was sent. */
    String outcome() {
        return "HTTP " + status + ", " + code();
    }

    /** Which of these members there are. */
    String among(String... names) {
        return words(Stream.of(names).filter(data()::has));
    }

    static String words(Stream<String> names) {
        String all = names.collect(Collectors.joining(", "));
        return all.isEmpty() ? "nothing" : all;
    }

    @Override
    public String toString() {
        return outcome();
    }
}
