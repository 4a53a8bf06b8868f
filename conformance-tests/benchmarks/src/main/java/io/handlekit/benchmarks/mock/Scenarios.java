package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The measurements of one server on one JDK. */
final class Scenarios {
    private static final int PARTS = 5;

    /** The number of customers, of a million, that are read: at the same distance from each other. */
    private static final int READ = 10_000;

    private static final Duration ARCHIVING = Duration.ofMinutes(1);

    private final Plan plan;
    private final Measurement measured;
    private final String jdk;
    private final Path javaHome;
    private final Path log;

    Scenarios(Plan plan, Measurement measured, Jdk jdk, Path log) {
        this.plan = plan;
        this.measured = measured;
        this.jdk = "JDK " + jdk.version() + ", ";
        javaHome = jdk.home();
        this.log = log;
    }

    /** Sends a load before anything is measured, so that the first server does not wait for the load to be compiled. */
    void warmTheLoad() throws IOException {
        try (Server server = Server.start(Peer.bareJavalin(), javaHome, log)) {
            load(server, Call.CREATE, plan.warm());
        }
    }

    /** Measures creates after ten seconds and after a minute. */
    void creates(Peer peer) throws IOException {
        try (Server server = Server.start(peer, javaHome, log)) {
            creates(peer, server);
        }
    }

    /** Measures creates, and then the other calls in the same process, which has compiled what they share. */
    void calls(Peer peer) throws IOException {
        try (Server server = Server.start(peer, javaHome, log)) {
            creates(peer, server);
            peer.empty(server.port());
            Load.run(server.port(), Call.CREATE, plan.warm(), 1_000);
            other(peer, server, "GET", Call.READ);
            other(peer, server, "list of 100", Call.LIST);
            other(peer, server, "PUT", Call.UPDATE);
        }
    }

    private void creates(Peer peer, Server server) throws IOException {
        load(server, Call.CREATE, plan.warm());
        time(peer, server, "POST after 10 s", Call.CREATE);
        for (int part = 0; part < PARTS; part++) {
            peer.empty(server.port());
            load(server, Call.CREATE, plan.toAMinute().dividedBy(PARTS));
        }
        time(peer, server, "POST after 60 s", Call.CREATE);
    }

    private void other(Peer peer, Server server, String name, Supplier<byte[]> requests) throws IOException {
        load(server, requests, plan.warm().dividedBy(2));
        time(peer, server, name, requests);
    }

    /** Starts the launcher once, and waits until it has its archive: later starts are measured. */
    void archive(Peer launcher) throws IOException {
        Server.start(launcher, javaHome, log).close();
        long end = System.nanoTime() + ARCHIVING.toNanos();
        while (Peer.isArchiving() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Measures the time to the first success, and the memory then. */
    void start(Peer peer) throws IOException {
        try (Server server = Server.start(peer, javaHome, log)) {
            add("first create, ms", peer, server.firstAnswer().toNanos() / 1e6);
            add("memory after start, MiB", peer, server.residentMebibytes());
        }
    }

    /**
     * Measures creates and reads among a few and among many customers, their memory, and a list by a prefix. What is read
     * has been read before: the first read of a customer writes its JSON anew, whatever their number.
     */
    void growth(Peer peer) throws IOException {
        try (Server server = Server.start(peer, javaHome, log)) {
            create(server, 1_000);
            load(server, Call.CREATE_SMALL, plan.warm());
            load(server, Call.readOneOf(1_000), plan.warm());
            Control.reset(server.port());
            create(server, 1_000);
            readAll(server, 1_000, 1);
            time(peer, server, "GET among a thousand", Call.readOneOf(1_000));
            long heap = Control.heapAfterCollection(javaHome, server.pid());
            time(peer, server, "POST among few", Call.CREATE_SMALL);
            create(server, plan.many());
            long count = Control.customers(server.port()) - 1_000;
            double each = (Control.heapAfterCollection(javaHome, server.pid()) - heap) / (double) count;
            add("bytes of a customer beyond its JSON", peer, each - Call.SMALL_CUSTOMER.length());
            int apart = plan.many() / READ;
            readAll(server, READ, apart);
            time(peer, server, "GET among a million", Call.readOneOf(READ, apart));
            time(peer, server, "POST among a million", Call.CREATE_SMALL);
            load(server, Call.LIST_BY_PREFIX, plan.timed());
            time(peer, server, "list of 100 by prefix among a million", Call.LIST_BY_PREFIX);
        }
    }

    private static void create(Server server, int count) throws IOException {
        Load.run(server.port(), Call.CREATE_SMALL, Duration.ofMinutes(10), count);
    }

    private static void readAll(Server server, int count, int apart) throws IOException {
        Load.run(server.port(), Call.readEachOf(count, apart), Duration.ofMinutes(1), count);
    }

    private void load(Server server, Supplier<byte[]> requests, Duration time) throws IOException {
        Load.run(server.port(), requests, time);
    }

    private void time(Peer peer, Server server, String name, Supplier<byte[]> requests) throws IOException {
        Duration before = server.processorTime();
        Latencies latencies = Load.run(server.port(), requests, plan.timed());
        Duration used = server.processorTime().minus(before);
        add(name + ", requests/s", peer, latencies.rate());
        add(name + ", p99 ms", peer, latencies.micros(0.99) / 1e3);
        add(name + ", processor us a request", peer, used.toNanos() / 1e3 / latencies.count());
    }

    private void add(String what, Peer peer, double value) {
        measured.add(jdk + what, peer.title(), value);
    }
}
