package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.internal.wire.Answer;
import io.javalin.http.Context;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The inspector: a page for browsers, with its scripts and styles. It has no data; the page reads all data from the
 * control API.
 */
final class Inspector {
    /** The files beside the page, below {@code /_handlekit/inspector/}. */
    static final List<String> FILES = List.of(
            "inspector.css",
            "icon.svg",
            "main.js",
            "api.js",
            "body.js",
            "changes.js",
            "controls.js",
            "customers.js",
            "dom.js",
            "exchange.js",
            "follow.js",
            "journal.js",
            "ledger.js",
            "snippets.js",
            "sparkline.js",
            "whynot.js",
            "windowed.js");

    static final String PAGE = "index.html";

    private static final String FOLDER = "/inspector/";
    private static final int NOT_MODIFIED = 304;
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** Lets the page load its own files and call its own server, and nothing else. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private final Map<String, Content> contents = new ConcurrentHashMap<>();

    /** Returns the paths of the files below the control API. */
    static Stream<String> paths() {
        return FILES.stream().map(file -> FOLDER + file);
    }

    /** Returns true if a client prefers HTML to JSON, as browsers do when a person opens a page. */
    static boolean isWanted(Context ctx) {
        String accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
        int html = accept.indexOf("text/html");
        int json = accept.indexOf("application/json");
        return html >= 0 && (json < 0 || html < json);
    }

    /** Sends the page. */
    void sendPage(Context ctx) {
        send(ctx, FOLDER + PAGE);
    }

    /** Sends a file, or HTTP 304 if the client has it. */
    void send(Context ctx, String path) {
        Content content = contents.computeIfAbsent(path, Content::of);
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache")
                .header("ETag", content.tag());
        if (content.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(NOT_MODIFIED);
        } else {
            content.answer().sendTo(ctx);
        }
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), SCRIPT);
    }

    /** A file and its entity tag. */
    private record Content(Answer answer, String tag) {
        static Content of(String path) {
            byte[] bytes = Resources.bytes(path.substring(1));
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                String tag = '"' + new BigInteger(1, digest).toString(Character.MAX_RADIX) + '"';
                return new Content(new Answer(200, type(path), bytes), tag);
            } catch (NoSuchAlgorithmException everyPlatformHasIt) {
                throw new IllegalStateException(everyPlatformHasIt);
            }
        }

        /** Shows the tag. */
        @Override
        public String toString() {
            return tag;
        }
    }
}
