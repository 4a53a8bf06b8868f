package io.handlekit.http.jdk;

import java.net.http.HttpClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Starts at most a given number of exchanges at a time; the others wait in a queue. The JDK's client fails calls
 * beyond the maximum of concurrent streams of an HTTP/2 server, often 100, and opens any number of HTTP/1.1
 * connections.
 */
final class ConcurrencyLimit {
    private final HttpClient client;
    private final Semaphore permits;
    private final Queue<JdkExchange> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ConcurrencyLimit(HttpClient client, int maxConcurrent) {
        this.client = client;
        this.permits = new Semaphore(maxConcurrent);
    }

    /** Starts the exchange as soon as there is a permit. An exchange that is given up before is removed. */
    void submit(JdkExchange exchange) {
        waiting.add(exchange);
        exchange.outcome().whenComplete((reply, failure) -> waiting.remove(exchange));
        startWaiting();
    }

    private void startWaiting() {
        while (!closed && !waiting.isEmpty() && permits.tryAcquire()) {
            JdkExchange next = waiting.poll();
            if (next == null) {
                permits.release();
            } else {
                next.start(client, this::release);
            }
        }
    }

    /** Starts no more exchanges. */
    void close() {
        closed = true;
    }

    private void release() {
        permits.release();
        startWaiting();
    }

    HttpClient client() {
        return client;
    }
}
