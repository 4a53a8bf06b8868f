package io.handlekit.mock.internal.journal;

import io.handlekit.mock.journal.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The latest exchanges, bounded in number and size. It counts the exchanges that it drops. A journal that is off drops
 * every exchange at once. Thread-safe.
 */
public final class Journal {
    private static final int MAX_EXCHANGES = 10_000;

    private final boolean isOn;
    private final long mostBytes;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private long bytes;
    private long dropped;

    /**
     * Creates an empty journal.
     *
     * @param mostBytes how many bytes the exchanges may have
     */
    public Journal(boolean isOn, long mostBytes) {
        this.isOn = isOn;
        this.mostBytes = mostBytes;
    }

    public boolean isOn() {
        return isOn;
    }

    /** Returns how many bytes the exchanges may have. */
    public long mostBytes() {
        return mostBytes;
    }

    public synchronized void add(Exchange exchange) {
        exchanges.addLast(exchange);
        bytes += exchange.size();
        while (exchanges.size() > (isOn ? MAX_EXCHANGES : 0) || bytes > mostBytes) {
            bytes -= exchanges.removeFirst().size();
            dropped++;
        }
    }

    /** Returns the current exchanges and the number of dropped ones. */
    public synchronized Excerpt excerpt() {
        return new Excerpt(List.copyOf(exchanges), dropped);
    }

    public synchronized void clear() {
        exchanges.clear();
        bytes = 0;
        dropped = 0;
    }

    /**
     * The exchanges at one moment.
     *
     * @param exchanges the latest exchanges, oldest first
     * @param dropped the number of exchanges dropped before them
     */
    public record Excerpt(List<Exchange> exchanges, long dropped) {
        /** Returns the exchanges with their numbers, counted from 1 since the journal was last cleared. */
        public List<Numbered> numbered() {
            return IntStream.range(0, exchanges.size())
                    .mapToObj(index -> new Numbered(dropped + index + 1, exchanges.get(index)))
                    .toList();
        }

        /** Shows the numbers, and no exchange. */
        @Override
        public String toString() {
            return "Excerpt[" + exchanges.size() + ", and " + dropped + " dropped]";
        }
    }

    /**
     * An exchange with its number.
     *
     * @param number its number, from 1 since the journal was last cleared
     * @param exchange the exchange
     */
    public record Numbered(long number, Exchange exchange) {}
}
