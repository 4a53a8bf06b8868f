package io.handlekit.conformance.live;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.customers.vendor.VendorCodes;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The replies to the steps of {@link LiveProgram}, described without personal data. A method throws a {@link
 * NoSuchElementException} if its step was refused, with the outcome as its message, or if no reply came, without one.
 *
 * @param replies the replies by the name of the step
 */
record StepReplies(Map<String, StepReply> replies) {
    StepReply get(String step) {
        return Optional.ofNullable(replies.get(step)).orElseThrow(() -> new NoSuchElementException(""));
    }

    /** Returns the reply of a step that has to succeed. */
    StepReply success(String step) {
        StepReply reply = get(step);
        if (!reply.isSuccess()) {
            throw new NoSuchElementException(reply.outcome());
        }
        return reply;
    }

    String login() {
        StepReply reply = success("login");
        return (reply.text("token").matches("[0-9a-f]{32}") ? "a token of 32 hexadecimal digits" : "another token")
                + (reply.data().path("reseller_id").isIntegralNumber() ? ", and a number" : ", and no number");
    }

    /** Returns how the text of the error compares, without the text itself. */
    String codeText() {
        JsonNode body = get("read unknown").body();
        return VendorCodes.text(body.path("code").asInt(0))
                        .equals(Optional.of(body.path("desc").asString("")))
                ? "the text of the table"
                : "another text";
    }

    String handles() {
        String first = success("create").text("handle");
        return first.equals(success("create again").text("handle")) ? "one handle" : "two handles";
    }

    String ids() {
        long first = success("read").data().path("id").asLong(0);
        return first < success("read again").data().path("id").asLong(0) ? "ascending" : "not ascending";
    }

    String handle(String without) {
        return success("create").text("handle").replaceAll(without, "");
    }

    String read(String... path) {
        return success("read").text(path);
    }

    String shown(String... names) {
        return success("read").among(names);
    }

    String emptyParts() {
        StepReply reply = success("read");
        return StepReply.words(Stream.concat(
                Stream.of("suffix", "state").filter(reply.data().path("address")::has),
                Stream.of("fax").filter(reply.data()::has)));
    }

    String additionalData() {
        String name = "additional_data";
        return "asked for: " + success("read golden").among(name) + ", not asked for: "
                + success("read without").among(name);
    }

    /** Returns the members that differ from the golden, except those that are unique to a customer. */
    String differencesFromTheGolden() {
        JsonNode seen = success("read golden").data();
        JsonNode golden = Goldens.tree("get-reply.json").path("data");
        List<String> own = List.of("id", "reseller_id", "handle", "tags", "comments", "comments_last_changed_at");
        return StepReply.words(Stream.concat(seen.propertyNames().stream(), golden.propertyNames().stream())
                .distinct()
                .filter(name -> !own.contains(name) && !seen.path(name).equals(golden.path(name))));
    }

    String done(String step) {
        return "success: " + success(step).data().path("success").asString("none");
    }

    /** Returns "yes" if the customer has this text after an accepted change. */
    String after(String step, String text, String... path) {
        boolean accepted = success(step).isSuccess();
        return accepted && success("after " + step).text(path).equals(text) ? "yes" : "no";
    }

    String found() {
        JsonNode data = success("list").data();
        return data.path("results").size() + " in results, total "
                + data.path("total").asInt(-1);
    }

    String emptyList() {
        JsonNode data = success("list bare").data();
        if (data.path("total").asInt(0) != 0) {
            return "no empty list";
        }
        return data.has("results") ? "with results" : "without results";
    }

    String order() {
        List<Long> ids = success("list")
                .data()
                .path("results")
                .valueStream()
                .map(customer -> customer.path("id").asLong(0))
                .toList();
        return ids.equals(ids.stream().sorted().toList()) ? "ascending by id" : "otherwise";
    }

    String listedOnlyByARead() {
        JsonNode first = success("list").data().path("results").path(0);
        return StepReply.words(Stream.of("fax", "vat", "inn").filter(first::has));
    }

    String total(String step) {
        return success(step).data().path("total").asInt(0) == 0 ? "no customers" : "found";
    }

    @Override
    public String toString() {
        return replies.keySet().toString();
    }
}
