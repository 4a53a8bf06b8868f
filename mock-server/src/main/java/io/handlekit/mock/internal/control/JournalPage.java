package io.handlekit.mock.internal.control;

import io.handlekit.customers.Finding;
import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.service.QueryParameters;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.journal.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/**
 * A page of the journal: the exchanges that match, from a cursor on, in one of two orders. It ends at a number of exchanges
 * or of bytes, so that any heap has room for it; then it says where the next page starts.
 */
record JournalPage(List<Journal.Numbered> exchanges, int total, OptionalLong next) {
    /** The parameters of a page. */
    static final Set<String> PARAMETERS = Set.of("method", "path", "limit", "offset", "order", "after", "before");

    private static final double THOUSAND = 1_000;
    private static final long MOST_BYTES = 1024L * 1024;

    /** Returns the page that a request asks for. */
    static JournalPage of(Request request, Journal.Excerpt excerpt) {
        QueryParameters query = request.query(PARAMETERS);
        Predicate<Exchange> filter = filter(query.text("method"), query.text("path"));
        List<Journal.Numbered> matching = excerpt.numbered().stream()
                .filter(one -> filter.test(one.exchange()))
                .toList();
        List<Journal.Numbered> ordered = ordered(matching, query);
        int from = Math.min(query.number("offset").orElse(0), ordered.size());
        List<Journal.Numbered> page = ordered.subList(from, end(ordered, from, query.limit(request.behaviour())));
        boolean isLast = page.isEmpty() || from + page.size() == ordered.size();
        return new JournalPage(
                page,
                matching.size(),
                isLast
                        ? OptionalLong.empty()
                        : OptionalLong.of(page.get(page.size() - 1).number()));
    }

    /** Returns the exchanges between the cursors, in the order that is asked for. */
    private static List<Journal.Numbered> ordered(List<Journal.Numbered> matching, QueryParameters query) {
        long after = query.number("after").orElse(0);
        long before = query.number("before").orElse(Integer.MAX_VALUE);
        List<Journal.Numbered> ordered = new ArrayList<>(matching);
        ordered.removeIf(one -> one.number() <= after || one.number() >= before);
        if (isDescending(query.text("order"))) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    /** Returns where a page ends. It has one exchange at least, however large that is. */
    private static int end(List<Journal.Numbered> matching, int from, int limit) {
        int end = from;
        long bytes = 0;
        while (end < matching.size() && end - from < limit && (end == from || bytes < MOST_BYTES)) {
            bytes += matching.get(end).exchange().size();
            end++;
        }
        return end;
    }

    private static boolean isDescending(String order) {
        return switch (order.toUpperCase(Locale.ROOT)) {
            case "", "ASC" -> false;
            case "DESC" -> true;
            default -> throw new IllegalArgumentException("?order: ASC or DESC is expected");
        };
    }

    /** Returns the filter. Without a path it also matches calls outside of the API. */
    private static Predicate<Exchange> filter(String method, String path) {
        CallPattern calls =
                new CallPattern(method.isEmpty() ? "*" : method, Optional.of(path.isEmpty() ? "/**" : path));
        return path.isEmpty()
                ? exchange -> calls.isMethod(exchange.method())
                : exchange -> calls.includesRequest(exchange.method(), exchange.path());
    }

    /** Returns the answer with this page. */
    Answer answer(boolean isOn, long dropped) {
        return ControlRoutes.answer(out -> {
            out.writeArrayPropertyStart("exchanges");
            exchanges.forEach(one -> write(out, one));
            out.writeEndArray();
            next.ifPresent(number -> out.writeNumberProperty("next", number));
            out.writeNumberProperty("total", total);
            out.writeNumberProperty("dropped", dropped);
            out.writeBooleanProperty("on", isOn);
        });
    }

    static void write(JsonGenerator out, Journal.Numbered one) {
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
        out.writeStringProperty("start", exchange.start().toString());
        out.writeNumberProperty("duration_ms", milliseconds(exchange));
        exchange.fault().ifPresent(fault -> out.writeStringProperty("fault", fault));
        exchange.code().ifPresent(code -> out.writeNumberProperty("code", code));
        out.writeArrayPropertyStart("findings");
        exchange.findings().forEach(finding -> write(out, finding));
        out.writeEndArray();
        out.writeArrayPropertyStart("request_headers");
        headers(out, exchange.headers());
        out.writeEndArray();
        out.writeArrayPropertyStart("response_headers");
        headers(out, exchange.responseHeaders());
        out.writeEndArray();
        out.writeArrayPropertyStart("ledger");
        Ledger.get().about(exchange).forEach(line -> out.writeString(line.id()));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Finding finding) {
        out.writeStartObject();
        out.writeStringProperty("path", finding.path());
        out.writeNumberProperty("code", finding.code());
        out.writeStringProperty("desc", finding.message());
        out.writeEndObject();
    }

    /** Writes headers, which are one a line, as names and values. */
    static void headers(JsonGenerator out, List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(": ");
            pair(out, line.substring(0, colon), line.substring(colon + 2));
        }
    }

    /** Writes a name with its value. */
    static void pair(JsonGenerator out, String name, String value) {
        out.writeStartObject();
        out.writeStringProperty("name", name);
        out.writeStringProperty("value", value);
        out.writeEndObject();
    }

    /** Returns the duration of an exchange in milliseconds, to the microsecond. */
    static double milliseconds(Exchange exchange) {
        return Math.round(exchange.duration().toNanos() / THOUSAND) / THOUSAND;
    }

    /** Shows the numbers only. */
    @Override
    public String toString() {
        return "JournalPage[" + exchanges.size() + " of " + total + "]";
    }
}
