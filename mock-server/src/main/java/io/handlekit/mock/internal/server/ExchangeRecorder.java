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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;

/** A recorder of exchanges, in the journal and in the metrics. */
public final class ExchangeRecorder {
    private static final byte[] NOT_RECORDED = {};

    private final Journal journal;
    private final Metrics metrics;
    private final InstantSource clock;

    public ExchangeRecorder(Journal journal, Metrics metrics, InstantSource clock) {
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
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
        journal.add(new Exchange(
                route.method().name(),
                ctx.path(),
                recorded ? query(ctx) : "",
                recorded ? request.whole() : Optional.empty(),
                request.ignored().names(),
                answer.httpStatus(),
                recorded && answer.length() <= journal.mostBytes() ? answer.body() : NOT_RECORDED,
                faults.map(TriggeredFaults::toString),
                headers(ctx),
                clock.instant().minusNanos(nanos),
                Duration.ofNanos(nanos)));
    }

    /** Records a request that no route serves. A login at a wrong path has secrets too. */
    void notServed(Context ctx, Answer answer) {
        metrics.notServed(answer.httpStatus());
        journal.add(new Exchange(
                ctx.method().name(),
                ctx.path(),
                ctx.path().contains(ServicePaths.LOGIN) ? "" : query(ctx),
                Optional.empty(),
                List.of(),
                answer.httpStatus(),
                answer.body(),
                Optional.empty(),
                headers(ctx),
                clock.instant(),
                Duration.ZERO));
    }

    private static List<String> headers(Context ctx) {
        List<String> headers = new ArrayList<>();
        for (HttpField field :
                ServletContextRequest.getServletContextRequest(ctx.req()).getHeaders()) {
            if (!Exchange.isSecret(field.getName())) {
                headers.add(field.getName());
                headers.add(Objects.requireNonNullElse(field.getValue(), ""));
            }
        }
        return headers;
    }

    private static String query(Context ctx) {
        return Objects.requireNonNullElse(ctx.queryString(), "");
    }
}
