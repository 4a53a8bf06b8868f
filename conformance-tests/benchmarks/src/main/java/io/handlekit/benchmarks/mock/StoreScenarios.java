package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The measurements of one or several mocks on one store. Mocks, database and load share the machine. */
final class StoreScenarios {
    /** The customers that are there before reads, updates and lists are measured. */
    private static final int CUSTOMERS = 1_000;

    private static final Duration FILLING = Duration.ofMinutes(5);

    private static final int SHARE_OF_OTHERS = 3;

    private final StorePlan plan;
    private final Measurement measured;
    private final Path javaHome;
    private final Path jar;
    private final Path folder;

    StoreScenarios(StorePlan plan, Measurement measured, Path javaHome, Path jar, Path folder) {
        this.plan = plan;
        this.measured = measured;
        this.javaHome = javaHome;
        this.jar = jar;
        this.folder = folder;
    }

    /** Measures creates, reads, updates and lists of as many mocks as asked for. */
    void calls(String title, String store, int mocks) throws IOException {
        try (Mocks running = new Mocks()) {
            for (int i = 0; i < mocks; i++) {
                running.start(title, "--store", store);
            }
            Load.run(running.ports(), Load.CONNECTIONS, Call.CREATE_SMALL, FILLING, CUSTOMERS);
            time(running, title, "create", Call.CREATE, plan.warm());
            Map<String, Supplier<byte[]>> others = new LinkedHashMap<>();
            others.put("get", Call.readOneOf(CUSTOMERS));
            others.put("update", Call.updateOneOf(CUSTOMERS));
            others.put("list of 100", Call.list("&handle_pattern=TP9000*"));
            for (Map.Entry<String, Supplier<byte[]>> other : others.entrySet()) {
                time(
                        running,
                        title,
                        other.getKey(),
                        other.getValue(),
                        plan.warm().dividedBy(SHARE_OF_OTHERS));
            }
        }
    }

    private void time(Mocks running, String title, String what, Supplier<byte[]> requests, Duration warm)
            throws IOException {
        Load.run(running.ports(), Load.CONNECTIONS, requests, warm);
        Duration before = running.processorTime();
        Latencies latencies = Load.run(running.ports(), Load.CONNECTIONS, requests, plan.timed());
        Duration used = running.processorTime().minus(before);
        measured.add(what + ", calls/s", title, latencies.rate());
        measured.add(what + ", p50 ms", title, latencies.micros(0.5) / 1e3);
        measured.add(what + ", p99 ms", title, latencies.micros(0.99) / 1e3);
        measured.add(what + ", processor us of the mock", title, used.toNanos() / 1e3 / latencies.count());
    }

    /** Measures calls on one connection, among a number of customers that a mock loads. */
    void among(int count, Databases databases) throws IOException {
        Path snapshot = folder.resolve("customers.jsonl");
        Snapshots.write(snapshot, count);
        String database = databases.fresh();
        String title = StoreBenchmark.title(count);
        long start = System.nanoTime();
        try (Mocks running = new Mocks()) {
            running.start(title, "--store", databases.url(database), "--load", snapshot.toString());
            measured.add("load, seconds", title, (System.nanoTime() - start) / 1e9);
            databases.analyze(database);
            alone(running, title, "get", Call.readOneOf(count));
            alone(running, title, "list by handle", Call.list("&handle_pattern=TP900500-NL"));
            alone(running, title, "list by prefix of handle, 100 matches", Call.list("&handle_pattern=TP9005*"));
            alone(running, title, "list by prefix of e-mail, 3 letters", Call.list("&email_pattern=abc*"));
            alone(running, title, "list by prefix of e-mail, 2 letters", Call.list("&email_pattern=ab*"));
            alone(running, title, "list without a filter", Call.list(""));
            alone(running, title, "create", Call.CREATE_SMALL);
        } finally {
            databases.drop(database);
            Files.delete(snapshot);
        }
    }

    private void alone(Mocks running, String title, String what, Supplier<byte[]> requests) throws IOException {
        Load.run(running.ports(), 1, requests, plan.timed().dividedBy(2));
        Latencies latencies = Load.run(running.ports(), 1, requests, plan.timed());
        measured.add(what + ", p50 ms", title, latencies.micros(0.5) / 1e3);
        measured.add(what + ", p99 ms", title, latencies.micros(0.99) / 1e3);
    }

    /** Returns a folder for a store, which is empty. */
    Path freshFolder() throws IOException {
        Path fresh = folder.resolve("h2");
        if (Files.exists(fresh)) {
            try (Stream<Path> files = Files.walk(fresh)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return fresh;
    }

    /** Mocks that are one service. */
    private final class Mocks implements AutoCloseable {
        private final List<Server> servers = new ArrayList<>();

        void start(String title, String... options) throws IOException {
            Peer peer = Peer.mock(jar, options).withTitle(title).withJvm("-Xmx6g");
            servers.add(Server.start(peer, javaHome, folder.resolve("mocks.log"), List.of()));
        }

        List<Integer> ports() {
            return servers.stream().map(Server::port).toList();
        }

        Duration processorTime() {
            return servers.stream().map(Server::processorTime).reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public void close() {
            servers.forEach(Server::close);
        }
    }
}
