package io.handlekit.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server of raw sockets that does to each connection what a test tells it. */
final class RudeServer implements AutoCloseable {
    private static final int BACKLOG = 1_000;

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final Manners manners;

    /** What to do with a connection once its request has been read. */
    interface Manners {
        void serve(OutputStream out) throws IOException;
    }

    RudeServer(Manners manners) throws IOException {
        this(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), manners);
    }

    /** On a socket of the caller's, such as one for TLS. */
    RudeServer(ServerSocket server, Manners manners) {
        this.server = server;
        this.manners = manners;
        daemon(this::accept);
    }

    /** Sends these bytes and hangs up. */
    static Manners say(String reply) {
        return out -> {
            out.write(reply.getBytes(ISO_8859_1));
            out.flush();
        };
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** Head and body of each request so far. */
    List<String> requests() {
        return requests;
    }

    /** Opens when a client has closed its side of a connection. */
    CountDownLatch hungUp() {
        return hungUp;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            requests.add(read(in));
            daemon(() -> watch(in));
            manners.serve(socket.getOutputStream());
        } catch (IOException broken) {
            hungUp.countDown();
        }
    }

    private void watch(InputStream in) {
        try {
            if (in.read() < 0) {
                hungUp.countDown();
            }
        } catch (IOException reset) {
            hungUp.countDown();
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        String text = head.toString(ISO_8859_1);
        return text + new String(in.readNBytes(length(text)), ISO_8859_1);
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

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "rude server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
