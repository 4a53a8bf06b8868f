package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A load of one server: as many connections as asked for, each of which sends its next request after a reply. */
final class Load implements AutoCloseable {
    static final int CONNECTIONS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final Supplier<byte[]> requests;
    private final Latencies latencies = new Latencies();

    private Load(List<Integer> ports, int count, Supplier<byte[]> requests) throws IOException {
        this.requests = requests;
        selector = Selector.open();
        for (int number = 0; number < count; number++) {
            connections.add(new Connection(ports.get(number % ports.size())));
        }
    }

    /**
     * Loads a server for some time.
     *
     * @throws IOException if a reply is no success, or none comes within ten seconds
     */
    static Latencies run(int port, Supplier<byte[]> requests, Duration time) throws IOException {
        return run(port, requests, time, Long.MAX_VALUE);
    }

    /** Loads a server for some time, or until it has answered as many requests. */
    static Latencies run(int port, Supplier<byte[]> requests, Duration time, long most) throws IOException {
        return run(List.of(port), CONNECTIONS, requests, time, most);
    }

    /** Loads several servers that are one service, over this number of connections in all. */
    static Latencies run(List<Integer> ports, int connections, Supplier<byte[]> requests, Duration time)
            throws IOException {
        return run(ports, connections, requests, time, Long.MAX_VALUE);
    }

    static Latencies run(List<Integer> ports, int connections, Supplier<byte[]> requests, Duration time, long most)
            throws IOException {
        try (Load load = new Load(ports, connections, requests)) {
            load.runFor(time, most);
            return load.latencies;
        }
    }

    private void runFor(Duration time, long most) throws IOException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (Connection connection : connections) {
            connection.send();
        }
        while (System.nanoTime() < end && latencies.count() < most) {
            if (selector.select(PATIENCE.toMillis()) == 0) {
                throw new IOException("no reply within " + PATIENCE);
            }
            for (SelectionKey key : selector.selectedKeys()) {
                ((Connection) key.attachment()).receive();
            }
            selector.selectedKeys().clear();
        }
        latencies.took(System.nanoTime() - start);
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }

    /** One connection, with at most one request on its way. */
    private final class Connection {
        private final SocketChannel channel;
        private final ReplyReader reply = new ReplyReader();
        private long sentAt;

        Connection(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send() throws IOException {
            ByteBuffer request = ByteBuffer.wrap(requests.get());
            sentAt = System.nanoTime();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        void receive() throws IOException {
            if (reply.read(channel)) {
                latencies.add(System.nanoTime() - sentAt);
                send();
            }
        }
    }
}
