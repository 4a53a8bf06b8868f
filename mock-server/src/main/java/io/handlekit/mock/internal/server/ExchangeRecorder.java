package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.internal.control.Metrics;
import io.handlekit.mock.internal.faults.TriggeredFaults;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.journal.Exchange;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A recorder of exchanges, in the journal and in the metrics. */
public final class ExchangeRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeRecorder.class);
    private static final byte[] NOT_RECORDED = {};

    private final Journal journal;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Consumer<Exchange> listener;

    /**
     * Creates a recorder.
     *
     * @param listener gets each exchange too, whether the journal keeps it or not
     */
    public ExchangeRecorder(Journal journal, Metrics metrics, InstantSource clock, Consumer<Exchange> listener) {
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
        this.listener = listener;
    }

    /** Counts the faults of a call. */
    void triggered(TriggeredFaults faults) {
        metrics.triggered(faults);
    }

    /** Records a call and its answer. The query and the bodies of a login are not recorded, since they hold secrets. */
    void served(Context ctx, Route route, Request request, Answer answer, Optional<TriggeredFaults> faults) {
        boolean recorded = !route.isLogin();
        long nanos = request.nanos();
        metrics.served(request.version(), route, answer.httpStatus(), nanos);
        boolean fits = recorded && answer.length() <= journal.mostBytes();
        add(Exchange.of(route.method().name(), ctx.path())
                .query(recorded ? query(ctx) : "", request.ignored().names())
                .request(RecordedHeaders.ofRequest(ctx), recorded ? request.whole() : Optional.empty())
                .answer(answer.httpStatus(), RecordedHeaders.of(answer, ctx), fits ? answer.body() : NOT_RECORDED)
                .code(answer.code(), answer.findings())
                .fault(faults.map(TriggeredFaults::toString))
                .time(clock.instant().minusNanos(nanos), Duration.ofNanos(nanos))
                .build());
    }

    /** Records a request that no route serves. A login at a wrong path has secrets too. */
    void notServed(Context ctx, Answer answer) {
        metrics.notServed(answer.httpStatus());
        add(Exchange.of(ctx.method().name(), ctx.path())
                .query(ctx.path().contains(ServicePaths.LOGIN) ? "" : query(ctx), List.of())
                .request(RecordedHeaders.ofRequest(ctx), Optional.empty())
                .answer(answer.httpStatus(), RecordedHeaders.of(answer, ctx), answer.body())
                .code(answer.code(), answer.findings())
                .time(clock.instant(), Duration.ZERO)
                .build());
    }

    private void add(Exchange exchange) {
        journal.add(exchange);
        try {
            listener.accept(exchange);
        } catch (RuntimeException failure) {
            LOG.error("the listener of exchanges failed: {}", failure.getClass().getName());
        }
    }

    private static String query(Context ctx) {
        return Objects.requireNonNullElse(ctx.queryString(), "");
    }
}
