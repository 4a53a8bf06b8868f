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
 * What came in each step of {@link LiveProgram}, in words that hold nobody's data. What a step cannot tell is a {@link
 * NoSuchElementException} that tells how it was refused, or nothing if nothing came.
 *
 * @param replies by the name of the step
 */
record LiveSteps(Map<String, LiveReply> replies) {
    LiveReply get(String step) {
        return Optional.ofNullable(replies.get(step)).orElseThrow(() -> new NoSuchElementException(""));
    }

    /** For what only a success can show; how it was refused is told otherwise. */
    LiveReply success(String step) {
        LiveReply reply = get(step);
        if (!reply.isSuccess()) {
            throw new NoSuchElementException(reply.outcome());
        }
        return reply;
    }

    String login() {
        LiveReply reply = success("login");
        return (reply.text("token").matches("[0-9a-f]{32}") ? "a token of 32 hexadecimal digits" : "another token")
                + (reply.data().path("reseller_id").isIntegralNumber() ? ", and a number" : ", and no number");
    }

    /** The words themselves are not told. */
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
        LiveReply reply = success("read");
        return LiveReply.words(Stream.concat(
                Stream.of("suffix", "state").filter(reply.data().path("address")::has),
                Stream.of("fax").filter(reply.data()::has)));
    }

    String additionalData() {
        String name = "additional_data";
        return "asked for: " + success("read").among(name) + ", not asked for: "
                + success("read without").among(name);
    }

    /** The members that are not as the golden has them; those which are each customer's own are not looked at. */
    String unlikeTheGolden() {
        JsonNode seen = success("read golden").data();
        JsonNode golden = Goldens.tree("get-reply.json").path("data");
        List<String> own = List.of("id", "reseller_id", "handle", "tags", "comments", "comments_last_changed_at");
        return LiveReply.words(Stream.concat(seen.propertyNames().stream(), golden.propertyNames().stream())
                .distinct()
                .filter(name -> !own.contains(name) && !seen.path(name).equals(golden.path(name))));
    }

    String done(String step) {
        return "success: " + success(step).data().path("success").asString("none");
    }

    /** Whether a text of the customer is this one after a change that was accepted. */
    String after(String step, String text, String... path) {
        boolean accepted = success(step).isSuccess();
        return accepted && success("after " + step).text(path).equals(text) ? "yes" : "no";
    }

    String found() {
        JsonNode data = success("list").data();
        return data.path("results").size() + " in results, total "
                + data.path("total").asInt(-1);
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
        return LiveReply.words(Stream.of("fax", "vat", "inn").filter(first::has));
    }

    String total(String step) {
        return success(step).data().path("total").asInt(0) == 0 ? "nobody" : "found";
    }

    @Override
    public String toString() {
        return replies.keySet().toString();
    }
}
