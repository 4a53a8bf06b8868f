package io.handlekit.mock.internal.journal;

import io.handlekit.mock.journal.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The latest exchanges, bounded in number and size; what has been dropped is counted. One that is off drops every
 * exchange at once. Safe for several threads.
 */
public final class Journal {
    private static final int MAX_EXCHANGES = 10_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final boolean isOn;
    private final long mostBytes;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private long bytes;
    private long dropped;

    /**
     * An empty journal.
     *
     * @param memory how many bytes there are in all, of which it takes a quarter at most
     */
    public Journal(boolean isOn, long memory) {
        this.isOn = isOn;
        mostBytes = Math.min(MAX_BYTES, memory / 4);
    }

    public boolean isOn() {
        return isOn;
    }

    public synchronized void add(Exchange exchange) {
        exchanges.addLast(exchange);
        bytes += exchange.size();
        while (exchanges.size() > (isOn ? MAX_EXCHANGES : 0) || bytes > mostBytes) {
            bytes -= exchanges.removeFirst().size();
            dropped++;
        }
    }

    /** What is there at this moment, and how much no longer is. */
    public synchronized Excerpt excerpt() {
        return new Excerpt(List.copyOf(exchanges), dropped);
    }

    public synchronized void clear() {
        exchanges.clear();
        bytes = 0;
        dropped = 0;
    }

    /**
     * Some of all exchanges.
     *
     * @param exchanges the latest, oldest first
     * @param dropped how many there were before them
     */
    public record Excerpt(List<Exchange> exchanges, long dropped) {
        /** The same with their numbers, counted from 1 since the journal was last cleared. */
        public List<Numbered> numbered() {
            return IntStream.range(0, exchanges.size())
                    .mapToObj(index -> new Numbered(dropped + index + 1, exchanges.get(index)))
                    .toList();
        }

        /** Shows how many. */
        @Override
        public String toString() {
            return "Excerpt[" + exchanges.size() + ", and " + dropped + " dropped]";
        }
    }

    /**
     * One of all exchanges.
     *
     * @param number how many there were up to it
     * @param exchange the exchange
     */
    public record Numbered(long number, Exchange exchange) {}
}
