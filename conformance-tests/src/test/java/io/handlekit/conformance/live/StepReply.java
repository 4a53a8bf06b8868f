package io.handlekit.conformance.live;

import io.handlekit.http.transport.HttpReply;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reply of the service to a step of the run.
 *
 * @param status the HTTP status
 * @param body the JSON; a missing node if the body is not JSON
 */
record StepReply(int status, JsonNode body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static StepReply of(HttpReply reply) {
        try {
            return new StepReply(reply.status(), MAPPER.readTree(reply.body()));
        } catch (JacksonException noJson) {
            return new StepReply(reply.status(), MAPPER.missingNode());
        }
    }

    /** Returns member {@code data} of the envelope. */
    JsonNode data() {
        return body.path("data");
    }

    /** Returns the text at a path of member names; empty if there is none. */
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

    /** Returns status and code. The text of an error is left out: it may repeat what was sent. */
    String outcome() {
        return "HTTP " + status + ", " + code();
    }

    /** Returns the names of the members that the reply has. */
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
