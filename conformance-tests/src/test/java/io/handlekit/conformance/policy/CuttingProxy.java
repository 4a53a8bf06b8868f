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

/** Stands between a client and the mock, one request for each connection, and cuts creates as it is told. */
final class CuttingProxy implements AutoCloseable {
    private static final Pattern REFERENCE = Pattern.compile("handlekit-ref(?::|%3A)(?: |%20)([A-Za-z0-9-]+)");
    private static final int PATIENCE_MILLIS = 20_000;

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
     * What happens to a create.
     *
     * @param place where it is cut
     * @param at after how many bytes, or after how many look-ups the request arrives all the same
     */
    record Cut(Place place, int at) {}

    /** Where a create is cut. */
    enum Place {
        NOWHERE,
        /** The request does not arrive whole. */
        IN_THE_REQUEST,
        /** It has taken effect, and its reply does not arrive whole. */
        IN_THE_REPLY,
        /** It has taken effect, and nothing comes back until the client gives up. */
        SILENT,
        /** It arrives whole, and takes effect when its caller has looked for it in vain so many times. */
        LATE,
        /** It arrives whole, and never takes effect. */
        LOST
    }

    /** A request that arrives after so many looks for its effect. */
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

    /** Says what happens to the next create with this reference; what comes after it passes. */
    void cut(String reference, Cut cut) {
        cuts.put(reference, cut);
    }

    /** Lets all arrive that is late, and waits until it has. */
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
            client.setSoTimeout(PATIENCE_MILLIS);
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
            // The client has given up, which is its right.
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

    /** Its caller has looked for a late create once more. */
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
            mock.connect(new InetSocketAddress(target.getHost(), target.getPort()), PATIENCE_MILLIS);
            mock.getOutputStream().write(request, 0, length);
        }
    }

    private byte[] forward(byte[] request) throws IOException {
        try (Socket mock = new Socket()) {
            mock.connect(new InetSocketAddress(target.getHost(), target.getPort()), PATIENCE_MILLIS);
            mock.setSoTimeout(PATIENCE_MILLIS);
            String text = new String(request, StandardCharsets.ISO_8859_1);
            int endOfFirstLine = text.indexOf("\r\n") + 2;
            mock.getOutputStream()
                    .write((text.substring(0, endOfFirstLine) + "Connection: close\r\n"
                                    + text.substring(endOfFirstLine))
                            .getBytes(StandardCharsets.ISO_8859_1));
            return mock.getInputStream().readAllBytes();
        }
    }

    /** Head and body. */
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
