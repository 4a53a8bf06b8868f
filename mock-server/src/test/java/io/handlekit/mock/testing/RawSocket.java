package io.handlekit.mock.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which a test can send any bytes, HTTP or not. */
public final class RawSocket implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SILENCE_MILLIS = 300;
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Socket socket;
    private final PushbackInputStream in;

    public RawSocket(URI base) throws IOException {
        this(base, new InetSocketAddress(0));
    }

    /** Opens a connection from this address. */
    public RawSocket(URI base, InetAddress from) throws IOException {
        this(base, new InetSocketAddress(from, 0));
    }

    /** Returns a call of the service with this body, as bytes. */
    public static byte[] request(String method, String path, String body) {
        String head = method + " /v1" + path + " HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\n";
        String length = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return (head + length + body).getBytes(StandardCharsets.UTF_8);
    }

    private RawSocket(URI base, InetSocketAddress from) throws IOException {
        socket = new Socket();
        socket.bind(from);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new PushbackInputStream(socket.getInputStream());
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param head all lines before the body
     * @param body the body
     */
    public record Answer(int status, String head, String body) {
        public boolean isJson() {
            return head.toLowerCase(Locale.ROOT).contains("content-type: application/json");
        }

        /** Returns true if the connection takes no further request. */
        public boolean isLast() {
            return head.toLowerCase(Locale.ROOT).contains("connection: close");
        }

        @Override
        public String toString() {
            return head + body;
        }
    }

    /** Sends the bytes and reads one answer. The server may answer before it has read everything. */
    public Answer exchange(byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException answeredAlready) {
            return answer();
        }
        return answer();
    }

    /** Sends the bytes; more may follow. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Waits until the server asks for the body. */
    public void awaitContinue() throws IOException {
        String head = head();
        if (!head.startsWith("HTTP/1.1 100 ")) {
            throw new AssertionError(head);
        }
    }

    /** Ends the sending side, and reads one answer. */
    public Answer answerAfterTheEnd() throws IOException {
        socket.shutdownOutput();
        return answer();
    }

    private Answer answer() throws IOException {
        String head = head();
        if (!head.matches("(?s)HTTP/1\\.1 [0-9]{3} .*")) {
            throw new AssertionError("no status line: " + head);
        }
        int status = Integer.parseInt(head.substring(9, 12));
        byte[] body = body(head.toLowerCase(Locale.ROOT));
        return status == 100 ? answer() : new Answer(status, head, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] body(String head) throws IOException {
        if (head.contains("transfer-encoding: chunked")) {
            return chunks();
        }
        int at = head.indexOf("content-length:");
        return at < 0 ? new byte[0] : in.readNBytes(number(head.substring(at), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = number(":" + line(), 16);
            body.writeBytes(in.readNBytes(length));
            line();
        } while (length > 0);
        return body.toByteArray();
    }

    /** Returns the value of a header. */
    private static int number(String line, int radix) {
        int end = line.indexOf('\r') < 0 ? line.length() : line.indexOf('\r');
        return Integer.parseInt(line.substring(line.indexOf(':') + 1, end).strip(), radix);
    }

    private String line() throws IOException {
        return upTo("\r\n").strip();
    }

    /** Reads the lines before a body. */
    public String head() throws IOException {
        return upTo("\r\n\r\n");
    }

    /** Reads a number of bytes. */
    public String bytes(int count) throws IOException {
        return new String(in.readNBytes(count), StandardCharsets.UTF_8);
    }

    /** Reads everything until the server closes the connection in good order. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Returns true if nothing comes for a while, not even the end. */
    public boolean isSilent() throws IOException {
        return isSilentFor(SILENCE_MILLIS);
    }

    /** Returns true if nothing comes for this time, not even the end. What comes is still to be read. */
    public boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
            }
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    private String upTo(String end) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
            int next = in.read();
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new EOFException("no whole head: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
