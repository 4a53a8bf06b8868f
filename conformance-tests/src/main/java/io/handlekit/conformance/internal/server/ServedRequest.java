package io.handlekit.conformance.internal.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to a {@link ScriptedServer}, and the ways in which a script can treat it. */
public final class ServedRequest {
    private static final int PATIENCE_SECONDS = 60;

    private final Socket socket;
    private final String text;
    private boolean keptOpen;

    ServedRequest(Socket socket, String text) {
        this.socket = socket;
        this.text = text;
    }

    /** Returns head and body, with one character for each byte. */
    public String text() {
        return text;
    }

    /** Returns the body, with one character for each byte. */
    public String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** Sends a text, one byte for each character. */
    public void send(String reply) throws IOException {
        send(reply.getBytes(ISO_8859_1));
    }

    /** Sends bytes. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Keeps the connection open for another request when the script ends. */
    public void keepOpen() {
        keptOpen = true;
    }

    /** Stays silent until the latch is down, or for a minute at most. */
    public void await(CountDownLatch latch) {
        await(latch, Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** Stays silent until the latch is down, or for this time at most. */
    public void await(CountDownLatch latch, Duration most) {
        try {
            latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Resets the connection. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Closes the sending side unless {@link #keepOpen} was called. Reading goes on, to see when the client closes. */
    void finish() throws IOException {
        if (!keptOpen && !socket.isClosed()) {
            socket.shutdownOutput();
        }
    }

    /** Reads the next request of a connection: empty if there is no complete one. A chunked body stays chunked. */
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
