package io.handlekit.conformance.live;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.conformance.live.DriftReport.CheckedLine;
import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The lines of the ledger that {@link LiveProgram} can check, each with what the mock does. */
final class LedgerChecks {
    private static final List<Check> CHECKS = List.of(
            new Check("login.reply", "a token of 32 hexadecimal digits, and a number", StepReplies::login),
            new Check("token.dead", "HTTP 500, code 196", outcome(LiveProgram.DEAD_TOKEN)).inV1("HTTP 401, code 196"),
            new Check("token.missing", "HTTP 500, code 196", outcome("without a token")).inV1("HTTP 401, code 196"),
            new Check("envelope.success", "HTTP 200, code 0", outcome("create")),
            new Check(
                            "envelope.error",
                            "HTTP 500",
                            s -> "HTTP " + s.get("read unknown").status())
                    .inV1("HTTP 400"),
            new Check(
                    "envelope.error-data",
                    "without data",
                    s -> s.get("read unknown").body().has("data") ? "with data" : "without data"),
            new Check("envelope.code-texts", "the text of the table", StepReplies::codeText),
            new Check("create.reply", "a handle", s -> s.handle("").isEmpty() ? "no handle" : "a handle"),
            new Check("create.twice", "two handles", StepReplies::handles),
            new Check("create.locale", "nl_NL", s -> orNone(s.read("locale"))),
            new Check("create.id", "ascending", StepReplies::ids),
            new Check("handle.letters", "AL", s -> orNone(s.handle("[^A-Z].*"))),
            new Check("handle.number", "6 digits", s -> s.handle("^[A-Z]*|-.*").length() + " digits"),
            new Check("handle.country", "-NL", s -> orNone(s.handle("^[^-]*"))),
            new Check(
                    "get.members",
                    "differs from the golden: nothing",
                    s -> "differs from the golden: " + s.differencesFromTheGolden()),
            new Check("get.full-name", "Ada Lovelace", s -> orNone(s.read("name", "full_name"))),
            new Check("get.empty", "shown: nothing", s -> "shown: " + s.emptyParts()),
            new Check("get.company-name", "shown: company_name", s -> "shown: " + s.shown("company_name")),
            new Check("get.other-empty", "shown: nothing", s -> "shown: " + s.shown("vat")),
            new Check("get.inn", "shown: nothing", s -> "shown: " + s.shown("inn")),
            new Check(
                    "get.deleted-at",
                    "false 0000-00-00 00:00:00",
                    s -> s.read("is_deleted") + " " + s.read("deleted_at")),
            new Check(
                    "get.verification-start", "shown: nothing", s -> "shown: " + s.shown("email_verification_status")),
            new Check(
                    "get.additional-data",
                    "asked for: additional_data, not asked for: nothing",
                    StepReplies::additionalData),
            new Check("get.empty-additional-data", "shown: nothing", s -> "shown: " + s.shown("additional_data")),
            new Check("get.unknown", "code 193", code("read unknown")),
            new Check("get.deleted", "code 193", code("read deleted")),
            new Check("delete.reply", "success: true", s -> s.done("delete")),
            new Check("update.reply", "success: true", s -> s.done("modify")),
            new Check(
                    "update.handle",
                    "the path wins: yes",
                    s -> "the path wins: " + s.after("modify", "test@mail.tld", "email")),
            new Check("update.unchanged", "HTTP 200, code 0", outcome("modify again")),
            new Check(
                    "update.omitted", "kept: yes", s -> "kept: " + s.after("change section", "test@mail.tld", "email")),
            new Check(
                    "update.section",
                    "replaced: yes",
                    s -> "replaced: " + s.after("change section", "", "address", "state")),
            new Check(
                    "update.null",
                    "kept: yes",
                    s -> "kept: " + s.after("change to null", "123456", "fax", "subscriber_number")),
            new Check("update.empty", "cleared: yes", s -> "cleared: " + s.after("change to empty", "", "vat")),
            new Check(
                    "update.name",
                    "ignored: yes",
                    s -> "ignored: " + s.after("change the name", "Lovelace", "name", "last_name")),
            new Check("input.unknown", "HTTP 200, code 0", outcome("change the unknown")),
            new Check("update.required", "HTTP 500, code 110", outcome("change a part")).inV1("HTTP 400, code 110"),
            new Check("tags.create", "HTTP 200, code 0", outcome("tag again")),
            new Check("list.reply", "2 in results, total 2", StepReplies::found),
            new Check("list.empty", "without results", StepReplies::emptyList),
            new Check("list.members", "shown: nothing", s -> "shown: " + s.listedOnlyByARead()),
            new Check("list.order", "ascending by id", StepReplies::order),
            new Check("list.bare-pattern", "no customers", s -> s.total("list bare")),
            new Check("list.case", "found", s -> s.total("list capitals")),
            new Check("list.limit-above", "HTTP 200, code 0", outcome("list many")),
            new Check("list.type-unknown", "code 172", code("list odd type")),
            new Check("route.unknown", "HTTP 404, code 900404", outcome("unknown route")),
            new Check("route.method", "HTTP 405, code 900405", outcome("wrong method")),
            new Check("input.malformed", "HTTP 400, code 900400", outcome("malformed")),
            new Check("input.type", "HTTP 400, code 900401", outcome("wrong type")),
            new Check("form.blank", "code 102", code("create blank")),
            new Check("form.country", "code 121", code("create nowhere")),
            new Check("form.phone-country", "code 131", code("create without plus")),
            new Check("form.required-codes", "code 102", code("create without a name")),
            new Check("form.zip", "code 0", code("create with an odd code")));

    private LedgerChecks() {}

    /** Compares the replies with the ledger. A line whose step got no reply was not seen. */
    static DriftReport of(Map<String, StepReply> replies, String version) {
        StepReplies steps = new StepReplies(replies);
        Map<String, String> grades = grades();
        return new DriftReport(CHECKS.stream()
                .map(check -> check.line(steps, version, grades.getOrDefault(check.id(), "")))
                .toList());
    }

    /** Returns the grade of each line of the mock's ledger, by the id of the line. */
    static Map<String, String> grades() {
        Map<String, String> grades = new LinkedHashMap<>();
        try (InputStream ledger = MockOpenprovider.class.getResourceAsStream("ledger.json")) {
            for (JsonNode line : Goldens.tree(Objects.requireNonNull(ledger).readAllBytes())) {
                grades.put(line.path("id").stringValue(), line.path("grade").stringValue());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return grades;
    }

    private static Function<StepReplies, String> outcome(String step) {
        return steps -> steps.get(step).outcome();
    }

    private static Function<StepReplies, String> code(String step) {
        return steps -> steps.get(step).code();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    /**
     * A check of a line of the ledger.
     *
     * @param id the id of the line
     * @param expected what the mock does
     * @param expectedInV1 what the mock does in version v1
     * @param seen describes what the service did, without personal data
     */
    private record Check(String id, String expected, String expectedInV1, Function<StepReplies, String> seen) {
        Check(String id, String expected, Function<StepReplies, String> seen) {
            this(id, expected, expected, seen);
        }

        Check inV1(String other) {
            return new Check(id, expected, other, seen);
        }

        CheckedLine line(StepReplies steps, String version, String grade) {
            return new CheckedLine(id, grade, version.equals("v1") ? expectedInV1 : expected, seenIn(steps));
        }

        private String seenIn(StepReplies steps) {
            try {
                return seen.apply(steps);
            } catch (NoSuchElementException instead) {
                return Objects.requireNonNullElse(instead.getMessage(), "");
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
