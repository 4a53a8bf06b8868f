package io.handlekit.mock.internal.control;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.fault.FaultAction;
import io.handlekit.mock.internal.control.Metrics.Series;
import io.handlekit.mock.internal.faults.TriggeredFaults;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.service.Route;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Counters since the start, in the Prometheus text format (version 0.0.4). It is written by hand, because a library for
 * this one page would be larger than the mock. Thread-safe.
 */
public final class Metrics {
    private static final double NANOS = 1e9;
    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::route).thenComparing(Series::method).thenComparing(Series::status);

    private final Map<Series, Tally> requests = new ConcurrentSkipListMap<>(ORDER);
    private final Map<FaultAction.Kind, LongAdder> faults = new ConcurrentSkipListMap<>();

    /**
     * Counts a request.
     *
     * @param status the HTTP status of the answer; 0 if there is none
     * @param nanos the time from request to answer
     */
    public void served(ApiVersion version, Route route, int status, long nanos) {
        count(new Series(route.method().name(), version.path() + route.path(), status), nanos);
    }

    /** Counts a request that no route serves. Method and path are not labels, because a client chooses them freely. */
    public void notServed(int status) {
        count(new Series("any", "none", status), 0);
    }

    /** Counts the faults that a call triggers. */
    public void triggered(TriggeredFaults triggered) {
        triggered
                .all()
                .forEach(action -> faults.computeIfAbsent(action.kind(), first -> new LongAdder())
                        .increment());
    }

    private void count(Series series, long nanos) {
        Tally tally = requests.computeIfAbsent(series, first -> new Tally());
        tally.count.increment();
        tally.nanos.add(nanos);
    }

    /** Returns all counts, and the current number of customers and exchanges. */
    String text(int customers, Journal journal) {
        StringBuilder text = new StringBuilder(1024);
        family(text, "requests_total", "counter", "Requests to the API.");
        samples(text, "requests_total", tally -> String.valueOf(tally.count.sum()));
        family(text, "request_duration_seconds", "summary", "Time from request to answer.");
        samples(text, "request_duration_seconds_sum", tally -> String.valueOf(tally.nanos.sum() / NANOS));
        samples(text, "request_duration_seconds_count", tally -> String.valueOf(tally.count.sum()));
        family(text, "faults_total", "counter", "Faults that requests triggered.");
        faults.forEach(
                (kind, count) -> sample(text, "faults_total", "{fault=\"" + kind.word() + "\"}", count.toString()));
        family(text, "customers", "gauge", "Customers in the mock.");
        sample(text, "customers", "", String.valueOf(customers));
        family(text, "journal_exchanges", "gauge", "Exchanges in the journal.");
        sample(text, "journal_exchanges", "", String.valueOf(journal.count()));
        family(text, "journal_dropped", "gauge", "Exchanges dropped from the journal.");
        sample(text, "journal_dropped", "", String.valueOf(journal.dropped()));
        return text.toString();
    }

    private void samples(StringBuilder text, String name, Function<Tally, String> value) {
        requests.forEach((series, tally) -> sample(text, name, series.labels(), value.apply(tally)));
    }

    private static void family(StringBuilder text, String name, String type, String help) {
        text.append("# HELP handlekit_mock_")
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE handlekit_mock_")
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    private static void sample(StringBuilder text, String name, String labels, String value) {
        text.append("handlekit_mock_")
                .append(name)
                .append(labels)
                .append(' ')
                .append(value)
                .append('\n');
    }

    /** Requests that are counted together. No label comes from a client, so there is nothing to escape. */
    record Series(String method, String route, int status) {
        private String labels() {
            return "{method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"}";
        }

        @Override
        public String toString() {
            return labels();
        }
    }

    /** The number of requests and their total time. */
    private static final class Tally {
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();
    }
}
