package io.handlekit.mock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest exchanges, bounded in number and size; what has been dropped is counted. Safe for several threads. */
final class Journal {
    private static final int MAX_EXCHANGES = 10_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private long bytes;
    private long dropped;

    synchronized void add(Exchange exchange) {
        exchanges.addLast(exchange);
        bytes += exchange.size();
        while (exchanges.size() > MAX_EXCHANGES || bytes > MAX_BYTES) {
            bytes -= exchanges.removeFirst().size();
            dropped++;
        }
    }

    synchronized List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized void clear() {
        exchanges.clear();
        bytes = 0;
        dropped = 0;
    }
}
