package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.journal.Exchange;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;

/** The headers of an exchange as lines, without secrets. */
final class RecordedHeaders {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String HIDDEN = "\u2026";

    /** What may stand before a secret. Any other first word may be a part of the secret itself. */
    private static final Set<String> SCHEMES = Set.of("bearer", "basic", "digest", "negotiate");

    private RecordedHeaders() {}

    static String ofRequest(Context ctx) {
        StringBuilder lines = new StringBuilder();
        for (HttpField field :
                ServletContextRequest.getServletContextRequest(ctx.req()).getHeaders()) {
            String value = field.getValue();
            line(lines, field.getName(), Exchange.isSecret(field.getName()) ? redacted(value) : value);
        }
        return lines.toString();
    }

    /** Returns the headers that the mock chose for an answer; none if there is no answer. */
    static String of(Answer answer, Context ctx) {
        if (answer.httpStatus() == Answer.NONE.httpStatus()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        line(lines, CONTENT_TYPE, answer.contentType());
        for (String name : ctx.res().getHeaderNames()) {
            if (!name.equalsIgnoreCase(CONTENT_TYPE)) {
                line(lines, name, ctx.res().getHeader(name));
            }
        }
        return lines.toString();
    }

    private static String redacted(String value) {
        int end = value.indexOf(' ');
        String scheme = end < 0 ? "" : value.substring(0, end);
        return SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) ? scheme + " " + HIDDEN : HIDDEN;
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append(": ").append(value).append('\n');
    }
}
