package io.handlekit.conformance.teeth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A minimal transport on sockets: one call at a time, no TLS. */
final class HomemadeTransport implements HttpTransport {
    /** The transport's treatment of a connection after its reply. */
    enum Habit {
        CLOSES,
        KEEPS,
        /** Keeps the connection, but closes it before the next call if the server has closed it or sent more. */
        KEEPS_AND_LOOKS
    }

    private final Habit habit;
    private final boolean knowsInterimReplies;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    HomemadeTransport(Habit habit, boolean knowsInterimReplies) {
        this.habit = habit;
        this.knowsInterimReplies = knowsInterimReplies;
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return exchange(call);
            } catch (IOException broken) {
                throw new TransportFailure(Kind.EXCHANGE, broken);
            }
        });
    }

    private synchronized HttpReply exchange(HttpCall call) throws IOException {
        Socket open = socket;
        if (open == null || open.isClosed() || (habit == Habit.KEEPS_AND_LOOKS && !isQuiet(open))) {
            close();
            open = new Socket(call.uri().getHost(), call.uri().getPort());
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        String head = call.method() + " " + call.uri().getPath() + " HTTP/1.1\r\nHost: any\r\nContent-Length: "
                + call.body().length + "\r\n\r\n";
        open.getOutputStream().write((head + new String(call.body(), ISO_8859_1)).getBytes(ISO_8859_1));
        HttpReply reply = reply();
        if (habit == Habit.CLOSES) {
            close();
        }
        return reply;
    }

    private boolean isQuiet(Socket kept) throws IOException {
        kept.setSoTimeout(1);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException quiet) {
            kept.setSoTimeout(0);
            return true;
        }
    }

    private HttpReply reply() throws IOException {
        String head = head();
        while (knowsInterimReplies && head.startsWith("HTTP/1.1 1")) {
            head = head();
        }
        int length = Replies.header(head, "Content-Length").stream()
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        return new HttpReply(Integer.parseInt(head.substring(9, 12)), "", in.readNBytes(length));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended within the head");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public synchronized void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException odd) {
            throw new AssertionError("cannot close the socket", odd);
        }
    }
}
