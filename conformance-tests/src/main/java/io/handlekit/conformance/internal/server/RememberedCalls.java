package io.handlekit.conformance.internal.server;

import io.handlekit.conformance.internal.check.Patience;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpTransport;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Calls that are over, and how many of them something still holds. Only weak references are kept here. */
public final class RememberedCalls {
    private static final int PATIENCE_SECONDS = 10;

    private final List<WeakReference<Object>> calls = new ArrayList<>();

    /** Makes a call and deals with its outcome. */
    public void make(HttpTransport transport, URI uri, Consumer<TransportCall> deal) {
        HttpCall call = TransportCall.call("POST", uri, "{}");
        TransportCall sent = TransportCall.send(transport, call);
        deal.accept(sent);
        calls.add(new WeakReference<>(call));
        calls.add(new WeakReference<>(sent.exchange()));
    }

    /** Verifies that garbage collection frees all calls and outcomes but this many. */
    public void verifyForgotten(int but) {
        if (!Patience.untilCollected(() -> held() <= but, PATIENCE_SECONDS)) {
            throw new AssertionError("expected the transport to hold at most " + but
                    + " finished calls and outcomes, got " + held() + " of " + calls.size());
        }
    }

    private long held() {
        return calls.stream().filter(call -> call.get() != null).count();
    }
}
