package io.handlekit.http.internal.codec;

import java.nio.charset.StandardCharsets;

/** The escaping of text for a URI (RFC 3986): as UTF-8, with a space always as {@code %20}. */
public final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /** Returns the text as one path segment; {@code .} and {@code ..} are escaped too. */
    public static String pathSegment(String text) {
        boolean dots = text.equals(".") || text.equals("..");
        return dots ? text.replace(".", "%2E") : escape(text, "");
    }

    /** Returns the text as the value of a query parameter; a star is not escaped. */
    static String queryValue(String text) {
        return escape(text, "*");
    }

    private static String escape(String text, String unescaped) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isUnreserved(c) || unescaped.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX[c >> 4]).append(HEX[c & 0xF]);
            }
        }
        return escaped.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
