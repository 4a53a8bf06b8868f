package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.journal.JournalCheck;
import io.handlekit.mock.internal.journal.NearCall;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.journal.ExpectedCalls;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The routes that show, clear and verify the journal. */
public final class JournalRoutes {
    private static final String JOURNAL = "/journal";
    private static final Set<String> EXPECTED =
            Set.of("method", "path", "json", "query", "headers", "count", "at_least", "at_most");

    private final Journal journal;
    private final Engine engine;

    public JournalRoutes(Journal journal, Engine engine) {
        this.journal = journal;
        this.engine = engine;
    }

    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, JOURNAL, this::list),
                new Route(HandlerType.DELETE, JOURNAL, ControlRoutes.bare(this::clear)),
                new Route(HandlerType.POST, "/verify", ControlRoutes.withBody(this::verify)));
    }

    private Answer list(Request request) {
        Journal.Excerpt excerpt = journal.excerpt();
        JournalPage page = JournalPage.of(request, excerpt);
        request.noBody();
        return page.answer(journal.isOn(), excerpt.dropped());
    }

    private Answer clear(Request request) {
        journal.clear();
        return ControlRoutes.counts(engine, journal);
    }

    private Answer verify(Request request) {
        if (request.bytes().length == 0) {
            throw new BadRequest(
                    BadRequest.Kind.MALFORMED_JSON,
                    "the body is empty: expected calls belong there, such as"
                            + " {\"method\":\"POST\",\"path\":\"/customers\",\"count\":1}, or {} for any call");
        }
        Body body = request.body().knowing(EXPECTED, request.ignored());
        JournalCheck check = JournalCheck.of(expected(body), journal.excerpt());
        return ControlRoutes.answer(out -> {
            JournalCheck.Outcome outcome = check.outcome();
            out.writeBooleanProperty("verified", outcome == JournalCheck.Outcome.VERIFIED);
            out.writeStringProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
            out.writeStringProperty("desc", check.sentence());
            out.writeNumberProperty("matched", check.matched());
            out.writeNumberProperty("dropped", check.dropped());
            out.writeArrayPropertyStart("near");
            check.near().forEach(near -> write(out, near));
            out.writeEndArray();
        });
    }

    private static ExpectedCalls expected(Body body) {
        String method = body.text("method");
        String path = body.text("path");
        ExpectedCalls calls = ExpectedCalls.of(method.isEmpty() ? "*" : method, path.isEmpty() ? "/**" : path);
        for (Map.Entry<String, JsonNode> member : body.object("json").members().entrySet()) {
            calls = calls.withJson(member.getKey(), member.getValue().toString());
        }
        Body query = body.object("query");
        for (String name : query.members().keySet()) {
            calls = calls.withQuery(name, query.text(name));
        }
        Body headers = body.object("headers");
        for (String name : headers.members().keySet()) {
            calls = calls.withHeader(name, headers.text(name));
        }
        return calls.times(times(body));
    }

    private static ExpectedCalls.Times times(Body body) {
        OptionalInt count = body.number("count");
        OptionalInt least = body.number("at_least");
        OptionalInt most = body.number("at_most");
        if (count.isEmpty()) {
            return new ExpectedCalls.Times(
                    least.orElse(most.isPresent() ? 0 : 1), most.isPresent() ? most.getAsInt() : Long.MAX_VALUE);
        }
        if (least.isPresent() || most.isPresent()) {
            throw new BadRequest(BadRequest.Kind.REFUSED, "count: cannot be combined with at_least or at_most");
        }
        return new ExpectedCalls.Times(count.getAsInt(), count.getAsInt());
    }

    private static void write(JsonGenerator out, NearCall near) {
        out.writeStartObject();
        out.writeNumberProperty("number", near.number());
        out.writeStringProperty("method", near.exchange().method());
        out.writeStringProperty("path", near.exchange().path());
        out.writeObjectPropertyStart("differs");
        near.differences().forEach((name, found) -> {
            out.writeName(name);
            if (found.isMissingNode()) {
                out.writeNull();
            } else {
                out.writeTree(found);
            }
        });
        out.writeEndObject();
        List<String> missing = near.differences().entrySet().stream()
                .filter(one -> one.getValue().isMissingNode())
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            out.writeArrayPropertyStart("missing");
            missing.forEach(out::writeString);
            out.writeEndArray();
        }
        out.writeEndObject();
    }
}
