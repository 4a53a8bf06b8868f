package io.handlekit.conformance.live;

import io.handlekit.conformance.live.Drift.Line;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;

/** The lines of the ledger that {@link LiveProgram} can see, each with what the mock does. */
final class LiveLines {
    private static final List<Look> LOOKS = List.of(
            new Look("login.reply", "a token of 32 hexadecimal digits, and a number", LiveSteps::login),
            new Look("token.dead", "HTTP 500, code 196", outcome(LiveProgram.DEAD_TOKEN)),
            new Look("envelope.success", "HTTP 200, code 0", outcome("create")),
            new Look(
                    "envelope.error",
                    "HTTP 500",
                    s -> "HTTP " + s.get("read unknown").status()),
            new Look(
                    "envelope.error-data",
                    "without data",
                    s -> s.get("read unknown").body().has("data") ? "with data" : "without data"),
            new Look("envelope.code-texts", "the text of the table", LiveSteps::codeText),
            new Look("create.reply", "a handle", s -> s.handle("").isEmpty() ? "no handle" : "a handle"),
            new Look("create.twice", "two handles", LiveSteps::handles),
            new Look("create.locale", "nl_NL", s -> orNone(s.read("locale"))),
            new Look("create.id", "ascending", LiveSteps::ids),
            new Look("handle.letters", "AL", s -> orNone(s.handle("[^A-Z].*"))),
            new Look("handle.number", "6 digits", s -> s.handle("^[A-Z]*|-.*").length() + " digits"),
            new Look("handle.country", "-NL", s -> orNone(s.handle("^[^-]*"))),
            new Look("get.members", "unlike the golden: nothing", s -> "unlike the golden: " + s.unlikeTheGolden()),
            new Look("get.full-name", "Ada Lovelace", s -> orNone(s.read("name", "full_name"))),
            new Look("get.empty", "shown: nothing", s -> "shown: " + s.emptyParts()),
            new Look("get.company-name", "shown: company_name", s -> "shown: " + s.shown("company_name")),
            new Look("get.other-empty", "shown: nothing", s -> "shown: " + s.shown("vat")),
            new Look("get.inn", "shown: nothing", s -> "shown: " + s.shown("inn")),
            new Look(
                    "get.deleted-at",
                    "false 0000-00-00 00:00:00",
                    s -> s.read("is_deleted") + " " + s.read("deleted_at")),
            new Look("get.verification", "shown: nothing", s -> "shown: " + s.shown("email_verification_status")),
            new Look(
                    "get.additional-data",
                    "asked for: additional_data, not asked for: nothing",
                    LiveSteps::additionalData),
            new Look("get.unknown", "code 193", code("read unknown")),
            new Look("get.deleted", "code 193", code("read deleted")),
            new Look("delete.reply", "success: true", s -> s.done("delete")),
            new Look("update.reply", "success: true", s -> s.done("modify")),
            new Look(
                    "update.handle",
                    "the path wins: yes",
                    s -> "the path wins: " + s.after("modify", "test@mail.tld", "email")),
            new Look("update.unchanged", "HTTP 200, code 0", outcome("modify again")),
            new Look(
                    "update.omitted", "kept: yes", s -> "kept: " + s.after("change section", "test@mail.tld", "email")),
            new Look(
                    "update.section",
                    "replaced: yes",
                    s -> "replaced: " + s.after("change section", "", "address", "state")),
            new Look(
                    "update.null",
                    "kept: yes",
                    s -> "kept: " + s.after("change to null", "123456", "fax", "subscriber_number")),
            new Look("update.empty", "cleared: yes", s -> "cleared: " + s.after("change to empty", "", "vat")),
            new Look(
                    "update.name",
                    "passed over: yes",
                    s -> "passed over: " + s.after("change the name", "Lovelace", "name", "last_name")),
            new Look("input.unknown", "HTTP 200, code 0", outcome("change the unknown")),
            new Look("list.reply", "2 in results, total 2", LiveSteps::found),
            new Look("list.members", "shown: nothing", s -> "shown: " + s.listedOnlyByARead()),
            new Look("list.order", "ascending by id", LiveSteps::order),
            new Look("list.bare-pattern", "nobody", s -> s.total("list bare")),
            new Look("list.case", "found", s -> s.total("list capitals")),
            new Look("list.limit-above", "HTTP 200, code 0", outcome("list many")),
            new Look("form.country", "code 121", code("create nowhere")),
            new Look("form.phone-country", "code 131", code("create without plus")),
            new Look("form.required-codes", "code 102", code("create without a name")),
            new Look("form.zip", "code 0", code("create with an odd code")));

    private LiveLines() {}

    /** Compares. What needs a step that brought no reply was not seen. */
    static Drift of(Map<String, LiveReply> replies) {
        LiveSteps steps = new LiveSteps(replies);
        return new Drift(LOOKS.stream().map(look -> look.line(steps)).toList());
    }

    private static Function<LiveSteps, String> outcome(String step) {
        return steps -> steps.get(step).outcome();
    }

    private static Function<LiveSteps, String> code(String step) {
        return steps -> steps.get(step).code();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    /**
     * A look at a line of the ledger.
     *
     * @param id the line's id
     * @param expected what the mock does
     * @param seen what was seen, in words without anybody's data
     */
    private record Look(String id, String expected, Function<LiveSteps, String> seen) {
        Line line(LiveSteps steps) {
            try {
                return new Line(id, expected, seen.apply(steps));
            } catch (NoSuchElementException instead) {
                return new Line(id, expected, Objects.requireNonNullElse(instead.getMessage(), ""));
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
