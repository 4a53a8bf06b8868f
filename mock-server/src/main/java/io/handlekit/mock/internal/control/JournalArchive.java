package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.PercentEscapes;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Envelope;
import io.handlekit.mock.journal.Exchange;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import tools.jackson.core.JsonGenerator;

/**
 * The journal as an HTTP archive (HAR 1.2), which browsers and proxies open. It is written exchange by exchange, so that
 * any heap has room for it.
 */
public final class JournalArchive {
    private static final String PATH = "/journal.har";
    private static final String CONTENT_TYPE = "application/json";
    private static final String HTTP_VERSION = "HTTP/1.1";
    private static final String NO_TYPE = "x-unknown";
    private static final int UNKNOWN = -1;

    /** A client that reads slowly holds a thread. */
    private static final int MOST_CLIENTS = 2;

    private final Journal journal;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);

    public JournalArchive(Journal journal) {
        this.journal = journal;
    }

    /** Returns the archive as a GET of the control API. */
    ControlStream stream() {
        return new ControlStream(PATH, CONTENT_TYPE, this::send);
    }

    private void send(Context ctx) throws IOException {
        if (!places.tryAcquire()) {
            Envelope.badRequest(new BadRequest(
                            BadRequest.Kind.BUSY,
                            "at most " + MOST_CLIENTS + " clients can read the archive; send this again later"))
                    .sendTo(ctx);
            return;
        }
        try {
            ctx.contentType(CONTENT_TYPE)
                    .header("Cache-Control", "no-store")
                    .header("Content-Disposition", "attachment; filename=\"journal.har\"");
            write(ctx.res().getOutputStream(), ctx.scheme() + "://" + ctx.header("Host"));
        } finally {
            places.release();
        }
    }

    private void write(OutputStream out, String base) throws IOException {
        out.write(
                "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Handlekit Mock\",\"version\":\"1\"},\"entries\":["
                        .getBytes(StandardCharsets.US_ASCII));
        boolean isFirst = true;
        for (Journal.Numbered one : journal.excerpt().numbered()) {
            out.write(isFirst ? '\n' : ',');
            out.write(Json.write(json -> entry(json, one, base)));
            isFirst = false;
        }
        out.write("]}}\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void entry(JsonGenerator out, Journal.Numbered one, String base) {
        Exchange exchange = one.exchange();
        double milliseconds = JournalPage.milliseconds(exchange);
        out.writeStartObject();
        out.writeStringProperty("startedDateTime", exchange.start().toString());
        out.writeNumberProperty("time", milliseconds);
        out.writeName("request");
        request(out, exchange, base);
        out.writeName("response");
        response(out, exchange);
        out.writeObjectPropertyStart("cache");
        out.writeEndObject();
        out.writeObjectPropertyStart("timings");
        out.writeNumberProperty("send", 0);
        out.writeNumberProperty("wait", milliseconds);
        out.writeNumberProperty("receive", 0);
        out.writeEndObject();
        exchange.fault().ifPresent(fault -> out.writeStringProperty("comment", fault));
        out.writeEndObject();
    }

    private static void request(JsonGenerator out, Exchange exchange, String base) {
        String query = exchange.query().isEmpty() ? "" : "?" + exchange.query();
        out.writeStartObject();
        out.writeStringProperty("method", exchange.method());
        out.writeStringProperty("url", base + exchange.path() + query);
        message(out);
        JournalPage.headers(out, exchange.headers());
        out.writeEndArray();
        query(out, exchange.query());
        String body = exchange.requestBody();
        if (!body.isEmpty()) {
            out.writeObjectPropertyStart("postData");
            out.writeStringProperty("mimeType", exchange.header("Content-Type").orElse(NO_TYPE));
            out.writeStringProperty("text", body);
            out.writeEndObject();
        }
        sizes(out, exchange.requestBytes().map(bytes -> bytes.length).orElse(UNKNOWN));
        out.writeEndObject();
    }

    private static void query(JsonGenerator out, String query) {
        out.writeArrayPropertyStart("queryString");
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                int equals = parameter.indexOf('=');
                JournalPage.pair(
                        out,
                        decoded(equals < 0 ? parameter : parameter.substring(0, equals)),
                        equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
            }
        }
        out.writeEndArray();
    }

    /** Decodes a part of a query. A part with a broken escape stays as it was sent. */
    private static String decoded(String text) {
        try {
            return PercentEscapes.decode(text.replace('+', ' '));
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    private static void response(JsonGenerator out, Exchange exchange) {
        String body = exchange.responseBody();
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        out.writeStartObject();
        out.writeNumberProperty("status", exchange.status());
        out.writeStringProperty("statusText", "");
        message(out);
        JournalPage.headers(out, exchange.responseHeaders());
        out.writeEndArray();
        out.writeObjectPropertyStart("content");
        out.writeNumberProperty("size", length);
        out.writeStringProperty("mimeType", body.startsWith("{") ? CONTENT_TYPE : NO_TYPE);
        out.writeStringProperty("text", body);
        out.writeEndObject();
        out.writeStringProperty("redirectURL", "");
        sizes(out, length);
        out.writeEndObject();
    }

    /** Writes what requests and responses have in common, and starts the headers. Cookies are not recorded. */
    private static void message(JsonGenerator out) {
        out.writeStringProperty("httpVersion", HTTP_VERSION);
        out.writeArrayPropertyStart("cookies");
        out.writeEndArray();
        out.writeArrayPropertyStart("headers");
    }

    private static void sizes(JsonGenerator out, int body) {
        out.writeNumberProperty("headersSize", UNKNOWN);
        out.writeNumberProperty("bodySize", body);
    }
}
