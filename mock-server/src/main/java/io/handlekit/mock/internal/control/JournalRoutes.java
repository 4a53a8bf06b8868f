package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.journal.JournalCheck;
import io.handlekit.mock.internal.service.QueryParameters;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The routes that show, clear and verify the journal. */
public final class JournalRoutes {
    private static final String JOURNAL = "/journal";
    private static final Set<String> FILTER = Set.of("method", "path", "limit", "offset");
    private static final Set<String> EXPECTED = Set.of("method", "path", "json", "count", "at_least", "at_most");

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
        QueryParameters query = request.query(FILTER);
        request.noBody();
        Predicate<Exchange> filter = filter(query.text("method"), query.text("path"));
        Journal.Excerpt excerpt = journal.excerpt();
        List<Journal.Numbered> matching = excerpt.numbered().stream()
                .filter(one -> filter.test(one.exchange()))
                .toList();
        int from = Math.min(query.number("offset").orElse(0), matching.size());
        int to = Math.min(from + query.limit(request.behaviour()), matching.size());
        return ControlRoutes.answer(out -> {
            out.writeArrayPropertyStart("exchanges");
            matching.subList(from, to).forEach(one -> write(out, one));
            out.writeEndArray();
            out.writeNumberProperty("total", matching.size());
            out.writeNumberProperty("dropped", excerpt.dropped());
            out.writeBooleanProperty("on", journal.isOn());
        });
    }

    /** Creates the filter. Without a path it also matches calls outside of the API. */
    private static Predicate<Exchange> filter(String method, String path) {
        CallPattern calls =
                new CallPattern(method.isEmpty() ? "*" : method, Optional.of(path.isEmpty() ? "/**" : path));
        return path.isEmpty()
                ? exchange -> calls.isMethod(exchange.method())
                : exchange -> calls.includesRequest(exchange.method(), exchange.path());
    }

    private static void write(JsonGenerator out, Journal.Numbered one) {
        Exchange exchange = one.exchange();
        out.writeStartObject();
        out.writeNumberProperty("number", one.number());
        out.writeStringProperty("method", exchange.method());
        exchange.version().ifPresent(version -> out.writeStringProperty("version", version.word()));
        out.writeStringProperty("path", exchange.path());
        out.writeStringProperty("query", exchange.query());
        out.writeStringProperty("request_body", exchange.requestBody());
        out.writeArrayPropertyStart("ignored");
        exchange.ignored().forEach(out::writeString);
        out.writeEndArray();
        out.writeNumberProperty("status", exchange.status());
        out.writeStringProperty("response_body", exchange.responseBody());
        exchange.fault().ifPresent(fault -> out.writeStringProperty("fault", fault));
        out.writeEndObject();
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

    private static void write(JsonGenerator out, JournalCheck.Near near) {
        out.writeStartObject();
        out.writeNumberProperty("number", near.number());
        out.writeStringProperty("method", near.exchange().method());
        out.writeStringProperty("path", near.exchange().path());
        out.writeObjectPropertyStart("differs");
        near.differences().forEach((path, found) -> {
            out.writeName(path.toString());
            if (found.isMissingNode()) {
                out.writeNull();
            } else {
                out.writeTree(found);
            }
        });
        out.writeEndObject();
        out.writeEndObject();
    }
}
