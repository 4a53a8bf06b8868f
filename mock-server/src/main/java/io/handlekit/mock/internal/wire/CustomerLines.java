package io.handlekit.mock.internal.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Everything that a customer can be created with, as one JSON object in lines. Each line has the members that an answer
 * shows or leaves out together, with the comma before them, and may be empty; other members stand between the lines. The
 * order is that of the answers. No line break occurs within a JSON text. An empty company name and house number are
 * written, other empty members are left out.
 */
final class CustomerLines {
    static final char END = '\n';

    private static final String LAST_END = END + "}";

    private final byte[] lines;
    private final OutputStream out;
    private int next;

    /** Creates a reader of lines, which copies them. */
    CustomerLines(byte[] lines, OutputStream out) {
        this.lines = lines;
        this.out = out;
        next = 1;
    }

    /** Copies the next line without the first of its characters. */
    void copyAfter(int skipped) throws IOException {
        int end = end();
        out.write(lines, next + skipped, end - next - skipped);
        next = end + 1;
    }

    /** Copies the next line. */
    void copy() throws IOException {
        copyAfter(0);
    }

    /** Copies the next line, or leaves it out. */
    void copyIf(boolean isShown) throws IOException {
        if (isShown) {
            copy();
        } else {
            next = end() + 1;
        }
    }

    /** Copies the last line, which is usually the longest, and whose end is known. */
    void copyLast() throws IOException {
        out.write(lines, next, lines.length - next - LAST_END.length());
    }

    /** Copies all lines. */
    void copyAll() throws IOException {
        while (next < lines.length) {
            copy();
        }
    }

    private int end() {
        int end = next;
        while (end < lines.length && lines[end] != END) {
            end++;
        }
        return end;
    }

    /** Returns true if the JSON is in lines. It begins with an empty one then. */
    static boolean isWritten(byte[] json) {
        return json[0] == END;
    }
}
