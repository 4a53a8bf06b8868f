package io.handlekit.mock.internal.journal;

import io.handlekit.mock.journal.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges from one clearing of the journal to the next: a chain, to whose end calls add and from whose start they
 * drop. No call waits for another. Thread-safe.
 */
public final class Recording {
    private final int mostExchanges;
    private final long mostBytes;
    private final AtomicReference<Link> newest;

    /** The last link that was dropped; the first one that is kept follows it. */
    private final AtomicReference<Link> dropped;

    Recording(int mostExchanges, long mostBytes) {
        this.mostExchanges = mostExchanges;
        this.mostBytes = mostBytes;
        Link start = new Link(null);
        newest = new AtomicReference<>(start);
        dropped = new AtomicReference<>(start);
    }

    /** Adds an exchange, and drops the oldest ones that are beyond a bound. */
    void add(Exchange exchange) {
        Link link = new Link(exchange);
        long size = exchange.size();
        Link before;
        do {
            before = end();
            link.goAfter(before, size);
        } while (!newest.compareAndSet(before, link));
        before.next = link;
        drop();
    }

    private void drop() {
        Link last = lastDropped();
        while (isTooMuch(last)) {
            Link next = last.next;
            if (next == null) {
                // The call that adds the next link has yet to tie it, and then drops what is too much.
                return;
            }
            if (dropped.compareAndSet(last, next)) {
                next.forgetAllBefore();
                // A dropped link in an old generation of the heap would keep all later ones alive.
                last.next = null;
            }
            last = lastDropped();
        }
    }

    private boolean isTooMuch(Link last) {
        Link end = end();
        return end.number - last.number > mostExchanges || end.bytes - last.bytes > mostBytes;
    }

    private Link end() {
        return Objects.requireNonNull(newest.get());
    }

    private Link lastDropped() {
        return Objects.requireNonNull(dropped.get());
    }

    /** Returns the exchanges after this number, oldest first. */
    public List<Journal.Numbered> after(long number) {
        List<Journal.Numbered> found = new ArrayList<>();
        for (Link link = end(); link != null && link.number > number; link = link.previous) {
            Exchange exchange = link.exchange;
            if (exchange == null) {
                break;
            }
            found.add(new Journal.Numbered(link.number, exchange));
        }
        Collections.reverse(found);
        return found;
    }

    /** Returns how many exchanges were added. */
    public long added() {
        return end().number;
    }

    /** Returns how many exchanges were dropped. */
    long dropped() {
        return lastDropped().number;
    }

    /** An exchange, the number of exchanges up to it, and their bytes. */
    private static final class Link {
        private volatile @Nullable Exchange exchange;
        private long bytes;
        private long number;
        private volatile @Nullable Link previous;
        private volatile @Nullable Link next;

        Link(@Nullable Exchange exchange) {
            this.exchange = exchange;
        }

        void goAfter(Link before, long size) {
            bytes = before.bytes + size;
            number = before.number + 1;
            previous = before;
        }

        void forgetAllBefore() {
            exchange = null;
            previous = null;
        }
    }
}
