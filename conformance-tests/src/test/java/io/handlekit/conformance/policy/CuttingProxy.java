package io.handlekit.conformance.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy between client and mock that breaks creates on demand; it takes one request on each connection. */
final class CuttingProxy implements AutoCloseable {
    private static final Pattern REFERENCE = Pattern.compile("handlekit-ref(?::|%3A)(?: |%20)([A-Za-z0-9-]+)");
    private static final int TIMEOUT_MILLIS = 60_000;

    private final URI target;
    private final ServerSocket server;
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final Map<String, Cut> cuts = new ConcurrentHashMap<>();
    private final Map<String, Late> late = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    CuttingProxy(URI target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        connections.execute(this::accept);
    }

    /**
     * A way to break a create.
     *
     * @param place where it breaks
     * @param at after how many bytes, or after how many look-ups a late request arrives
     */
    record Cut(Place place, int at) {}

    /** Where a create breaks. */
    enum Place {
        NOWHERE,
        /** The request arrives in part. */
        IN_THE_REQUEST,
        /** The create takes effect, and its reply arrives in part. */
        IN_THE_REPLY,
        /** The create takes effect, and no reply comes before the client gives up. */
        SILENT,
        /** The create takes effect after its caller has looked for it this many times in vain. */
        LATE,
        /** The create never takes effect. */
        LOST
    }

    /** A request that arrives after this many look-ups. */
    private static final class Late {
        private final byte[] request;
        private final AtomicInteger looksToGo;

        Late(byte[] request, int looks) {
            this.request = request;
            looksToGo = new AtomicInteger(looks);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + target.getPath());
    }

    /** Breaks the next create with this reference; later ones pass. */
    void cut(String reference, Cut cut) {
        cuts.put(reference, cut);
    }

    /** Delivers the late create of this reference, and waits until every delivery has ended. */
    void settle(String reference) throws InterruptedException, IOException {
        deliver(reference);
        while (underWay.get() > 0) {
            Thread.onSpinWait();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(TIMEOUT_MILLIS);
            byte[] request = message(client.getInputStream());
            String text = new String(request, StandardCharsets.UTF_8);
            Matcher matcher = REFERENCE.matcher(text);
            String reference = matcher.find() ? matcher.group(1) : "";
            if (text.startsWith("POST " + target.getPath() + "/customers ")) {
                create(client, request, reference);
            } else {
                client.getOutputStream().write(forward(request));
                look(reference);
            }
        } catch (IOException gone) {
            // The client has given up.
        }
    }

    private void create(Socket client, byte[] request, String reference) throws IOException {
        Cut cut = cuts.getOrDefault(reference, new Cut(Place.NOWHERE, 0));
        cuts.remove(reference);
        switch (cut.place()) {
            case NOWHERE -> client.getOutputStream().write(forward(request));
            case IN_THE_REPLY -> {
                byte[] reply = forward(request);
                client.getOutputStream().write(reply, 0, Math.min(cut.at(), reply.length - 1));
            }
            case SILENT -> {
                forward(request);
                client.getInputStream().read();
            }
            case LATE -> {
                late.put(reference, new Late(request, cut.at()));
                if (cut.at() == 0) {
                    client.close();
                    deliver(reference);
                }
            }
            case IN_THE_REQUEST -> {
                forwardStart(request, Math.min(cut.at(), request.length - 1));
                client.setSoLinger(true, 0);
            }
            case LOST -> client.setSoLinger(true, 0);
        }
    }

    /** Counts a look-up, and delivers the late create after the last one. */
    private void look(String reference) throws IOException {
        Late waiting = late.get(reference);
        if (waiting != null && waiting.looksToGo.decrementAndGet() <= 0) {
            deliver(reference);
        }
    }

    private void deliver(String reference) throws IOException {
        underWay.incrementAndGet();
        try {
            Late arrived = late.remove(reference);
            if (arrived != null) {
                forward(arrived.request);
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void forwardStart(byte[] request, int length) throws IOException {
        try (Socket mock = new Socket()) {
            mock.connect(new InetSocketAddress(target.getHost(), target.getPort()), TIMEOUT_MILLIS);
            mock.getOutputStream().write(request, 0, length);
        }
    }

    private byte[] forward(byte[] request) throws IOException {
        try (Socket mock = new Socket()) {
            mock.connect(new InetSocketAddress(target.getHost(), target.getPort()), TIMEOUT_MILLIS);
            mock.setSoTimeout(TIMEOUT_MILLIS);
            String text = new String(request, StandardCharsets.ISO_8859_1);
            int endOfFirstLine = text.indexOf("\r\n") + 2;
            mock.getOutputStream()
                    .write((text.substring(0, endOfFirstLine) + "Connection: close\r\n"
                                    + text.substring(endOfFirstLine))
                            .getBytes(StandardCharsets.ISO_8859_1));
            return mock.getInputStream().readAllBytes();
        }
    }

    /** Returns the head and the body of a message. */
    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (!message.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client is gone");
            }
            message.write(next);
        }
        String head = message.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int length = Arrays.stream(head.split("\r\n"))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
        message.writeBytes(in.readNBytes(length));
        return message.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.shutdownNow();
    }
}
