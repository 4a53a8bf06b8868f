package io.handlekit.conformance.implementations;

import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.transport.TransportCall;
import io.handlekit.conformance.transport.TrialCertificate;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.jqwik.api.Property;

/**
 * The rules of a transport over HTTP/2, which are those over HTTP/1.1. They are not part of the published contract: the
 * JDK has no HTTP/2 server to test with.
 */
interface Http2Rules {
    long REFUSED_STREAM = 7;
    long INTERNAL_ERROR = 2;

    TransportFixture fixture();

    private HttpTransport open() {
        return fixture().openTrusting(TrialCertificate.ofLoopback().trust()).orElseThrow();
    }

    @Property(tries = 1)
    default void H01_the_transport_uses_http_2_where_the_server_offers_it() throws Exception {
        List<HttpVersion> versions = new ArrayList<>();
        try (Http2Server server = new Http2Server(request -> {
                    versions.add(request.version());
                    echo(request);
                });
                HttpTransport transport = open()) {
            String body = "0123456789abcdef".repeat(64 * 1024);
            Check.beEqual(
                    body,
                    TransportCall.of(transport, TransportCall.call("POST", server.uri(), body))
                            .text(),
                    "the body");
            Check.beEqual(List.of(HttpVersion.HTTP_2), versions, "the versions");
        }
    }

    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response().end(body));
    }

    /** The first call opens the connection: without one, the JDK's client opens a connection for each call. */
    @Property(tries = 1)
    default void H02_concurrent_calls_each_get_their_own_reply() throws Exception {
        try (Http2Server server = new Http2Server(Http2Rules::echo);
                HttpTransport transport = open()) {
            TransportCall.get(transport, server.uri()).reply();
            List<TransportCall> attempts = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                attempts.add(TransportCall.of(transport, TransportCall.call("POST", server.uri(), "call " + i)));
            }
            for (int i = 0; i < attempts.size(); i++) {
                Check.beEqual("call " + i, attempts.get(i).text(), "the reply to call " + i);
            }
        }
    }

    @Property(tries = 1)
    default void H03_a_call_whose_stream_breaks_was_sent_once() throws Exception {
        Map<String, Handler<HttpServerRequest>> faults = Map.of(
                "closed", request -> request.connection().close(),
                "reset", request -> request.response().reset(INTERNAL_ERROR),
                "refused", request -> request.response().reset(REFUSED_STREAM),
                "reset within the body",
                        request -> request.response()
                                .setChunked(true)
                                .write("abc")
                                .onComplete(written -> request.response().reset(INTERNAL_ERROR)));
        for (Map.Entry<String, Handler<HttpServerRequest>> fault : faults.entrySet()) {
            for (String method : List.of("POST", "GET")) {
                try (Http2Server server = new Http2Server(fault.getValue());
                        HttpTransport transport = open()) {
                    TransportCall.of(transport, TransportCall.call(method, server.uri(), ""))
                            .mustFailAs(Kind.EXCHANGE, method + " " + fault.getKey());
                    Check.beEqual(
                            1, server.requests(), "how often a " + method + " was sent that was " + fault.getKey());
                }
            }
        }
    }

    @Property(tries = 1)
    default void H04_a_reply_over_the_bound_fails() throws Exception {
        try (Http2Server server = new Http2Server(
                        request -> request.response().end(Buffer.buffer(new byte[2 * HttpTransport.MAX_REPLY_BYTES])));
                HttpTransport transport = open()) {
            TransportCall.post(transport, server.uri()).mustFailAs(Kind.TOO_LARGE, "over the bound");
        }
    }

    @Property(tries = 1)
    default void H05_cancelling_a_call_ends_its_stream() throws Exception {
        try (HttpTransport transport = open()) {
            verifyStreamEnds(transport, TransportCall::cancel);
        }
    }

    @Property(tries = 1)
    default void H06_closing_the_transport_ends_its_streams() throws Exception {
        HttpTransport transport = open();
        verifyStreamEnds(transport, attempt -> {
            transport.close();
            attempt.mustFailAs(Kind.EXCHANGE, "closed in flight");
        });
    }

    private static void verifyStreamEnds(HttpTransport transport, Consumer<TransportCall> end) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        try (Http2Server server = new Http2Server(request -> {
            request.response().exceptionHandler(reset -> gone.countDown());
            request.response().closeHandler(closed -> gone.countDown());
            arrived.countDown();
        })) {
            TransportCall attempt = TransportCall.post(transport, server.uri());
            Check.beEqual(true, arrived.await(30, TimeUnit.SECONDS), "whether the call has arrived");

            end.accept(attempt);

            Check.beEqual(true, gone.await(30, TimeUnit.SECONDS), "whether the stream has ended at the server");
        }
    }
}
