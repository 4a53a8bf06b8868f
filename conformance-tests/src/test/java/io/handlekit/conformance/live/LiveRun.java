package io.handlekit.conformance.live;

import io.handlekit.conformance.live.DriftReport.Agreement;
import io.handlekit.conformance.live.LiveProgram.Leftovers;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.OpenproviderConfig;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The live run: {@code mvn -Plive verify}, with the account in the environment. Compares a service with the ledger of
 * the mock and writes the differences to {@code target/drift.md}. Touches only customers that it creates itself, and
 * deletes them. {@code OPENPROVIDER_VERSIONS=v1,v1beta} asks more than one version of the API.
 */
final class LiveRun {
    private static final Duration DELAY = Duration.ofMillis(700);

    private final Path report;
    private final Consumer<String> out;

    LiveRun(Path report, Consumer<String> out) {
        this.report = report;
        this.out = out;
    }

    public static void main(String[] args) {
        LiveRun run = new LiveRun(Path.of(args[0]), System.out::println);
        try (HttpTransport transport = new JdkTransport()) {
            boolean clean = run.run(System.getenv(), "yes".equals(System.getProperty("openprovider.live")), transport);
            System.exit(clean ? 0 : 1);
        } catch (IllegalArgumentException unusable) {
            System.err.println(unusable.getMessage());
            System.exit(1);
        }
    }

    /**
     * Runs if the environment names an account.
     *
     * @return true if every customer of the run is deleted
     * @throws IllegalArgumentException if the account is incomplete, or is at the live service without {@code live}
     */
    boolean run(Map<String, String> environment, boolean live, HttpTransport transport) {
        if (Stream.of("BASE_URL", "TOKEN", "USERNAME", "PASSWORD")
                .allMatch(key ->
                        environment.getOrDefault("OPENPROVIDER_" + key, "").isEmpty())) {
            out.accept("The live run was skipped: set OPENPROVIDER_BASE_URL, OPENPROVIDER_USERNAME and "
                    + "OPENPROVIDER_PASSWORD to run it.");
            return true;
        }
        List<OpenproviderConfig> versions = LiveVersions.of(environment);
        if (versions.get(0).baseUrl().isLive() && !live) {
            throw new IllegalArgumentException(
                    "OPENPROVIDER_BASE_URL is the live service. Add -Dopenprovider.live=yes to run against it.");
        }
        StringBuilder page = new StringBuilder("# Drift\n");
        boolean clean = true;
        for (OpenproviderConfig config : versions) {
            clean &= run(config, new LiveTransport(transport, config.baseUrl(), delay(config.baseUrl())), page);
        }
        return clean;
    }

    private boolean run(OpenproviderConfig config, LiveTransport wire, StringBuilder page) {
        Leftovers left = new LiveProgram(config.builder().transport(wire).build(), wire).run();
        DriftReport drift = LedgerChecks.of(wire.replies(), LiveVersions.version(config.baseUrl()));
        page.append("\n").append(drift.section("Seen at " + config.baseUrl()));
        write(page.toString());
        out.accept("Live run at " + config.baseUrl() + ": " + drift.summary() + "; see " + report + ".");
        drift.of(Agreement.DIFFERS).forEach(line -> out.accept("  " + line));
        if (!left.names().isEmpty()) {
            out.accept("Not deleted, please delete: " + left);
        }
        return left.names().isEmpty();
    }

    /** No delay for a mock on this machine. */
    private static Duration delay(BaseUrl baseUrl) {
        return baseUrl.toString().startsWith("http://127.0.0.1:") ? Duration.ZERO : DELAY;
    }

    private void write(String page) {
        try {
            Files.createDirectories(report.toAbsolutePath().getParent());
            Files.writeString(report, page);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
