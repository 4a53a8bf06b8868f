package io.handlekit.benchmarks.mock;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A reader of the replies on one connection. It understands what the servers here send: a length, or chunks. */
final class ReplyReader {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final byte[] END_OF_CHUNKS = {'0', '\r', '\n', '\r', '\n'};
    private static final String SUCCESS = "HTTP/1.1 2";
    private static final String LENGTH = "\ncontent-length:";
    private static final String CHUNKED = "\ntransfer-encoding: chunked";

    private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private int bodyStart;
    private int end;

    /**
     * Reads what there is.
     *
     * @return true if a reply is complete
     * @throws IOException if it is no success
     */
    boolean read(ReadableByteChannel channel) throws IOException {
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server closed the connection");
        }
        if (bodyStart == 0) {
            readHead();
        }
        if (bodyStart > 0 && isComplete()) {
            buffer.clear();
            bodyStart = 0;
            end = 0;
            return true;
        }
        if (!buffer.hasRemaining()) {
            buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
        }
        return false;
    }

    private void readHead() throws IOException {
        int length = indexOfEnd();
        if (length < 0) {
            return;
        }
        String head = new String(buffer.array(), 0, length, StandardCharsets.ISO_8859_1);
        if (!head.startsWith(SUCCESS)) {
            throw new IOException(head);
        }
        bodyStart = length + END_OF_HEAD.length;
        String names = head.toLowerCase(Locale.ROOT);
        int at = names.indexOf(LENGTH);
        if (at >= 0) {
            int lineEnd = (names + "\r").indexOf('\r', at + 1);
            end = bodyStart
                    + Integer.parseInt(
                            names.substring(at + LENGTH.length(), lineEnd).strip());
        } else if (!names.contains(CHUNKED)) {
            throw new IOException("a reply without a length");
        }
    }

    private int indexOfEnd() {
        byte[] bytes = buffer.array();
        for (int i = 0; i + END_OF_HEAD.length <= buffer.position(); i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean isComplete() {
        int position = buffer.position();
        return end > 0
                ? position >= end
                : position - bodyStart >= END_OF_CHUNKS.length
                        && Arrays.equals(
                                buffer.array(),
                                position - END_OF_CHUNKS.length,
                                position,
                                END_OF_CHUNKS,
                                0,
                                END_OF_CHUNKS.length);
    }
}
