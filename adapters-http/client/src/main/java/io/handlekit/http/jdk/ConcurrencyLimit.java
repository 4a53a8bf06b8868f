package io.handlekit.http.jdk;

import java.net.http.HttpClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Lets so many exchanges be under way at a time, while the others wait for their turn. The JDK's client itself fails
 * what is more than an HTTP/2 server takes at a time, often 100, and opens any number of connections to others.
 */
final class ConcurrencyLimit {
    private final HttpClient client;
    private final Semaphore free;
    private final Queue<JdkExchange> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ConcurrencyLimit(HttpClient client, int atATime) {
        this.client = client;
        this.free = new Semaphore(atATime);
    }

    /** Starts the exchange when it is its turn. One that is over before is forgotten. */
    void take(JdkExchange exchange) {
        waiting.add(exchange);
        exchange.outcome().whenComplete((reply, failure) -> waiting.remove(exchange));
        serve();
    }

    private void serve() {
        while (!closed && !waiting.isEmpty() && free.tryAcquire()) {
            JdkExchange next = waiting.poll();
            if (next == null) {
                free.release();
            } else {
                next.start(client, this::end);
            }
        }
    }

    /** Starts no more of those who wait. */
    void close() {
        closed = true;
    }

    private void end() {
        free.release();
        serve();
    }

    HttpClient client() {
        return client;
    }
}
