package io.handlekit.mock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server that a test stops, kills and starts, or that follows another one. */
public final class PostgresServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Path data;
    private final int port = freePort();
    private final List<String> settings = new ArrayList<>();
    private Process process;

    private PostgresServer(Path data) {
        this.data = data;
    }

    /** Makes a server in a folder; start it. */
    public static PostgresServer in(Path folder) {
        PostgresServer server = new PostgresServer(folder.resolve("primary"));
        run(List.of(
                binary("initdb"), "-D", server.data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"));
        return server;
    }

    /** Makes a server that follows this one, which was not started yet and will wait for it at each commit. */
    public PostgresServer standby() {
        PostgresServer standby = new PostgresServer(data.resolveSibling("standby"));
        run(List.of("cp", "-a", data.toString(), standby.data.toString()));
        try {
            Files.createFile(standby.data.resolve("standby.signal"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        standby.settings.add("primary_conninfo=host=127.0.0.1 port=" + port + " user=postgres");
        settings.add("synchronous_standby_names=*");
        return standby;
    }

    /** Starts it and returns at once. */
    public void begin() {
        List<String> command = new ArrayList<>(List.of(
                binary("postgres"),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "shared_buffers=16MB"));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        try {
            process = new ProcessBuilder(unprivileged(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling(data.getFileName() + ".log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it and returns when it answers. What a killed server leaves may take a moment to end. */
    public PostgresServer start() {
        begin();
        Await.await(() -> {
            if (!process.isAlive()) {
                begin();
            }
            return answers();
        });
        return this;
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Stops it: open transactions are rolled back, and connections end. */
    public void stop() {
        run(List.of("kill", "-INT", String.valueOf(process.pid())));
        ended();
    }

    /** Kills it, as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    private void ended() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    /** Returns the path of a program of the server that the tests run anyway. */
    private static String binary(String name) {
        Path postgres = Postgres.program();
        return postgres.resolveSibling(name).toString();
    }

    /** The server refuses to run as root. In a user namespace of its own it does not know that it is. */
    public static List<String> unprivileged(List<String> command) {
        boolean isRoot = System.getProperty("user.name").equals("root");
        return Stream.concat(isRoot ? Stream.of("unshare", "-U") : Stream.of(), command.stream())
                .toList();
    }

    private static void run(List<String> command) {
        try {
            Process run = new ProcessBuilder(unprivileged(command))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(output).isZero();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /**
     * Returns a free port that the system gives to no client: a client that looks for a stopped server at such a port may
     * be connected with itself.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
