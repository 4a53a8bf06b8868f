package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.journal.Exchange;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;

/** The headers of an exchange, without secrets: a name, its value, the next name. */
final class RecordedHeaders {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String HIDDEN = "\u2026";

    /** Words that stand before a secret. Any other first word may be a part of the secret itself. */
    private static final Set<String> SCHEMES = Set.of("bearer", "basic", "digest", "negotiate");

    private RecordedHeaders() {}

    static List<String> ofRequest(Context ctx) {
        List<String> headers = new ArrayList<>();
        for (HttpField field :
                ServletContextRequest.getServletContextRequest(ctx.req()).getHeaders()) {
            String value = Objects.requireNonNullElse(field.getValue(), "");
            headers.add(field.getName());
            headers.add(Exchange.isSecret(field.getName()) ? redacted(value) : value);
        }
        return headers;
    }

    /** Returns the headers that the mock chose for an answer; none if there is no answer. */
    static List<String> of(Answer answer, Context ctx) {
        List<String> headers = new ArrayList<>();
        if (answer.httpStatus() != Answer.NONE.httpStatus()) {
            headers.add(CONTENT_TYPE);
            headers.add(answer.contentType());
            for (String name : ctx.res().getHeaderNames()) {
                if (!name.equalsIgnoreCase(CONTENT_TYPE)) {
                    headers.add(name);
                    headers.add(ctx.res().getHeader(name));
                }
            }
        }
        return headers;
    }

    private static String redacted(String value) {
        int end = value.indexOf(' ');
        String scheme = end < 0 ? "" : value.substring(0, end);
        return SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) ? scheme + " " + HIDDEN : HIDDEN;
    }
}
