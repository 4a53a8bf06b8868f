package io.handlekit.conformance.live;

import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A live run against a mock that issues tokens and has the limits of the test service. */
final class LiveRunAtMock implements AutoCloseable {
    static final Behaviour SANDBOX =
            Behaviour.defaults().with(Switch.Token.ISSUED).with(Switch.Limits.CTE);

    private final MockOpenprovider mock;
    private final HttpTransport transport = new JdkTransport();
    private final Path report;
    private final List<String> said = new ArrayList<>();

    LiveRunAtMock(Behaviour behaviour, Path folder) {
        mock = MockOpenprovider.start(MockOptions.defaults().behaviour(behaviour));
        report = folder.resolve("drift.md");
    }

    MockOpenprovider mock() {
        return mock;
    }

    HttpTransport transport() {
        return transport;
    }

    boolean run() {
        return run(transport);
    }

    boolean run(HttpTransport other) {
        return run(environment(mock.baseUri().toString()), other);
    }

    boolean run(Map<String, String> environment, HttpTransport other) {
        return new LiveRun(report, said::add).run(environment, false, other);
    }

    static Map<String, String> environment(String baseUrl) {
        return Map.of(
                "OPENPROVIDER_BASE_URL", baseUrl, "OPENPROVIDER_USERNAME", "me", "OPENPROVIDER_PASSWORD", "s3cret");
    }

    List<String> said() {
        return said;
    }

    Path report() {
        return report;
    }

    /** Returns the rows of the report. */
    List<String> rows() {
        try {
            return Files.readAllLines(report).stream()
                    .filter(line -> line.matches("\\| [a-z]+\\..*"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the row of a line of the ledger. */
    String row(String id) {
        return rows().stream().filter(row -> id(row).equals(id)).findFirst().orElseThrow();
    }

    static String id(String row) {
        return row.substring(2, row.indexOf(" |"));
    }

    @Override
    public void close() {
        transport.close();
        mock.close();
    }
}
