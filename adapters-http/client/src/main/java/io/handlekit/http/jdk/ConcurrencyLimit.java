package io.handlekit.http.jdk;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit that starts at most a given number of exchanges at a time; the others wait in a queue. The JDK's client fails
 * calls beyond the maximum of concurrent streams of an HTTP/2 server, often 100, and opens any number of HTTP/1.1
 * connections.
 */
final class ConcurrencyLimit {
    private final HttpClient client;
    private final int maxConcurrent;

    /** A set, because an exchange that is given up leaves it from any place. */
    private final Set<JdkExchange> waiting = new LinkedHashSet<>();

    private int running;
    private boolean closed;

    ConcurrencyLimit(HttpClient client, int maxConcurrent) {
        if (maxConcurrent < 1) {
            throw new IllegalArgumentException("maxConcurrent must be at least 1");
        }
        this.client = client;
        this.maxConcurrent = maxConcurrent;
    }

    /** Starts the exchange as soon as fewer than the maximum run. An exchange that is given up before is removed. */
    void submit(JdkExchange exchange) {
        add(exchange);
        exchange.outcome().whenComplete((reply, failure) -> remove(exchange));
        startWaiting();
    }

    /**
     * Starts what may run now. An exchange that ends as soon as it starts, such as an invalid call, makes room in the
     * same loop: a recursion for each could overflow the stack. Its outcome completes after the loop, when no stage of
     * its caller holds up other calls.
     */
    private void startWaiting() {
        List<Runnable> ended = new ArrayList<>();
        for (JdkExchange next = next(); next != null; next = next()) {
            Runnable settle = next.start(client, this::release);
            if (settle != null) {
                leave();
                ended.add(settle);
            }
        }
        ended.forEach(Runnable::run);
    }

    private void release() {
        leave();
        startWaiting();
    }

    private synchronized void add(JdkExchange exchange) {
        waiting.add(exchange);
    }

    private synchronized void remove(JdkExchange exchange) {
        waiting.remove(exchange);
    }

    private synchronized @Nullable JdkExchange next() {
        if (closed || running == maxConcurrent || waiting.isEmpty()) {
            return null;
        }
        running++;
        Iterator<JdkExchange> oldest = waiting.iterator();
        JdkExchange next = oldest.next();
        oldest.remove();
        return next;
    }

    private synchronized void leave() {
        running--;
    }

    /** Starts no more exchanges. */
    synchronized void close() {
        closed = true;
    }

    HttpClient client() {
        return client;
    }
}
