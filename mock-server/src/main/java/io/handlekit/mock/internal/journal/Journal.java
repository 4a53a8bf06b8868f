package io.handlekit.mock.internal.journal;

import io.handlekit.mock.journal.Exchange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The latest exchanges, bounded in number and size. It counts the exchanges that it drops. A journal that is off drops
 * every exchange at once. Thread-safe.
 */
public final class Journal {
    private static final int MAX_EXCHANGES = 10_000;

    private final boolean isOn;
    private final long mostBytes;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile Recording recording;
    private volatile boolean isClosed;

    /**
     * Creates an empty journal.
     *
     * @param mostBytes how many bytes the exchanges may have
     */
    public Journal(boolean isOn, long mostBytes) {
        this.isOn = isOn;
        this.mostBytes = mostBytes;
        recording = empty();
    }

    private Recording empty() {
        return new Recording(isOn ? MAX_EXCHANGES : 0, mostBytes);
    }

    public boolean isOn() {
        return isOn;
    }

    /** Returns how many bytes the exchanges may have. */
    public long mostBytes() {
        return mostBytes;
    }

    /** Adds an exchange. */
    public void add(Exchange exchange) {
        recording.add(exchange);
        followers.forEach(Runnable::run);
    }

    /** Returns the recording to which calls add now. */
    public Recording recording() {
        return recording;
    }

    /** Returns the current exchanges and the number of dropped ones. */
    public Excerpt excerpt() {
        return after(0);
    }

    /** Returns the exchanges after a number, and the number of dropped ones. */
    public Excerpt after(long number) {
        Recording now = recording;
        List<Numbered> numbered = now.after(number);
        return new Excerpt(now, numbered);
    }

    /** Returns how many exchanges there are. */
    public long count() {
        Recording now = recording;
        return now.added() - now.dropped();
    }

    /** Returns how many exchanges were dropped. */
    public long dropped() {
        return recording.dropped();
    }

    public void clear() {
        recording = empty();
        followers.forEach(Runnable::run);
    }

    /**
     * Tells a follower of each exchange that is added, of each clearing, and of the end. It is told while a call waits,
     * so it only takes note.
     */
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    /** Tells a follower no more. */
    public void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    /** Ends all followers. */
    public void close() {
        isClosed = true;
        followers.forEach(Runnable::run);
    }

    /** Returns true if followers have to end. */
    public boolean isClosed() {
        return isClosed;
    }

    /**
     * The exchanges at one moment.
     *
     * @param recording the recording that they are from
     * @param numbered the exchanges with their numbers, oldest first
     */
    public record Excerpt(Recording recording, List<Numbered> numbered) {
        /** Returns the exchanges, oldest first. */
        public List<Exchange> exchanges() {
            return numbered.stream().map(Numbered::exchange).toList();
        }

        /** Returns how many exchanges were dropped before the first of these. */
        public long dropped() {
            return numbered.isEmpty() ? recording.dropped() : numbered.get(0).number() - 1;
        }

        /** Shows the numbers, and no exchange. */
        @Override
        public String toString() {
            return "Excerpt[" + numbered.size() + ", and " + dropped() + " dropped]";
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
