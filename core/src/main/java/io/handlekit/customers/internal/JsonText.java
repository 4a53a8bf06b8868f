package io.handlekit.customers.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the text of one JSON value (RFC 8259) and rewrites it without white space and in ASCII. */
public final class JsonText {
    /** The greatest number of arrays and objects inside each other. */
    public static final int MAX_DEPTH = 500;

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[\"\\\\/bfnrt]|u[0-9A-Fa-f]{4})");

    private final String json;
    private final StringBuilder compact;
    private int at;

    private JsonText(String json) {
        this.json = json;
        compact = new StringBuilder(json.length());
    }

    /**
     * Returns the value without white space around its tokens, with other characters than ASCII escaped. Numbers keep
     * their text.
     *
     * @throws IllegalArgumentException if the text is not one JSON value; the message does not quote it
     */
    public static String compact(String json) {
        JsonText text = new JsonText(json);
        text.value(0);
        text.expect(text.at == json.length());
        return text.compact.toString();
    }

    private void value(int depth) {
        skipSpace();
        switch (peek()) {
            case '{' -> container('}', depth + 1);
            case '[' -> container(']', depth + 1);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> token(NUMBER);
        }
        skipSpace();
    }

    private void container(char end, int depth) {
        expect(depth <= MAX_DEPTH);
        take();
        skipSpace();
        boolean more = peek() != end;
        while (more) {
            if (end == '}') {
                name();
            }
            value(depth);
            more = peek() == ',';
            if (more) {
                take();
            }
        }
        expect(peek() == end);
        take();
    }

    private void name() {
        skipSpace();
        expect(peek() == '"');
        string();
        skipSpace();
        expect(peek() == ':');
        take();
    }

    private void string() {
        take();
        while (peek() != '"') {
            char c = peek();
            expect(c >= ' ');
            if (c == '\\') {
                token(ESCAPE);
            } else if (c < 0x7F) {
                take();
            } else {
                compact.append(String.format("\\u%04X", (int) c));
                at++;
            }
        }
        take();
    }

    private void word(String word) {
        expect(json.startsWith(word, at));
        compact.append(word);
        at += word.length();
    }

    private void token(Pattern pattern) {
        Matcher token = pattern.matcher(json).region(at, json.length());
        expect(token.lookingAt());
        compact.append(json, at, token.end());
        at = token.end();
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private void take() {
        compact.append(json.charAt(at));
        at++;
    }

    /** Returns the next character, or NUL, which no JSON contains, at the end. */
    private char peek() {
        return at < json.length() ? json.charAt(at) : '\0';
    }

    private void expect(boolean expected) {
        if (!expected) {
            throw new IllegalArgumentException("not the text of one JSON value, at position " + at);
        }
    }
}
