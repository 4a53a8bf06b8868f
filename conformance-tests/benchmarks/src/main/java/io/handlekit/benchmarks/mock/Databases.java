package io.handlekit.benchmarks.mock;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server with default settings, whose commits are on the disk when they are answered. */
final class Databases implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AtomicInteger last = new AtomicInteger();

    private Databases(EmbeddedPostgres server) {
        this.server = server;
    }

    static Databases start() throws IOException {
        return new Databases(EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start());
    }

    /** Returns the name of a new, empty database. */
    String fresh() throws IOException {
        String name = "benchmark" + last.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return name;
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres";
    }

    /** Collects statistics now, which the server does by itself within minutes. */
    void analyze(String database) throws IOException {
        execute(database, "VACUUM ANALYZE");
    }

    void drop(String database) throws IOException {
        execute("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
    }

    private void execute(String database, String statement) throws IOException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
