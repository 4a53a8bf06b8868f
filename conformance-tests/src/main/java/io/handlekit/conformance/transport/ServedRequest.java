package io.handlekit.conformance.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One request to a {@link RudeServer}, and the ways to treat it. */
public final class ServedRequest {
    private static final int PATIENCE_SECONDS = 60;

    private final Socket socket;
    private final String request;
    private boolean stays;

    ServedRequest(Socket socket, String request) {
        this.socket = socket;
        this.request = request;
    }

    /** Head and body, each byte a character. */
    public String request() {
        return request;
    }

    /** The body, each byte a character. */
    String body() {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    /** Sends this, each character a byte. */
    public void say(String text) throws IOException {
        say(text.getBytes(ISO_8859_1));
    }

    /** Sends this. */
    public void say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Leaves the connection open for another request. */
    public void stay() {
        stays = true;
    }

    /** Waits, though not for ever, and says nothing. */
    public void await(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks the connection off, where hanging up would be polite. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Hangs up, unless told to stay. What the client still has to say is read: only then does its end show. */
    void end() throws IOException {
        if (!stays && !socket.isClosed()) {
            socket.shutdownOutput();
        }
    }

    /** The next request on a connection, or nothing if there is no whole one. A body in chunks is left in them. */
    static String read(InputStream in) throws IOException {
        String head = readTo("\r\n\r\n", in);
        if (head.isEmpty()) {
            return "";
        }
        if (!Replies.header(head, "Transfer-Encoding").isEmpty()) {
            String chunks = readTo("0\r\n\r\n", in);
            return chunks.isEmpty() ? "" : head + chunks;
        }
        int length = length(head);
        byte[] body = in.readNBytes(length);
        return body.length < length ? "" : head + new String(body, ISO_8859_1);
    }

    private static String readTo(String end, InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, text.length() - end.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private static int length(String head) {
        return head.lines()
                .map(String::toLowerCase)
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).trim()))
                .findFirst()
                .orElse(0);
    }
}
