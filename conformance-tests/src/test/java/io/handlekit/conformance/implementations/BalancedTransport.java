package io.handlekit.conformance.implementations;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A transport that sends calls to several ports in turn, as a balancer does. */
final class BalancedTransport implements HttpTransport {
    private final HttpTransport transport;
    private final List<Integer> ports;
    private final AtomicInteger calls = new AtomicInteger();

    BalancedTransport(HttpTransport transport, List<Integer> ports) {
        this.transport = transport;
        this.ports = List.copyOf(ports);
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        int port = ports.get(Math.floorMod(calls.getAndIncrement(), ports.size()));
        URI uri = URI.create(call.uri().toString().replaceFirst(":[0-9]+/", ":" + port + "/"));
        return transport.send(new HttpCall(call.method(), uri, call.headers(), call.body(), call::timeToSend));
    }
}
