package io.handlekit.http.internal.codec;

import java.nio.charset.StandardCharsets;

/** Escapes any text for a URI (RFC 3986): its bytes in UTF-8, and a space as {@code %20} wherever it stands. */
public final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /** One segment of a path, dots included where they would be a dot segment. */
    public static String pathSegment(String text) {
        boolean dots = text.equals(".") || text.equals("..");
        return dots ? text.replace(".", "%2E") : escape(text, "");
    }

    /** The value of a query parameter, in which a star may stand as it is. */
    static String queryValue(String text) {
        return escape(text, "*");
    }

    private static String escape(String text, String keptToo) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isUnreserved(c) || keptToo.indexOf(c) >= 0) {
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
