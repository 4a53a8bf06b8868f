package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own. */
final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    private static final int REPLY_START = 12;

    private final Process process;
    private final int port;
    private final Duration firstAnswer;

    private Server(Process process, int port, Duration firstAnswer) {
        this.process = process;
        this.port = port;
        this.firstAnswer = firstAnswer;
    }

    /** Starts a server on the first core, and waits until it answers a create with success. */
    static Server start(Peer peer, Path javaHome, Path log) throws IOException {
        return start(peer, javaHome, log, Cores.first());
    }

    /** Starts a server behind the words of a command, and waits until it answers a create with success. */
    static Server start(Peer peer, Path javaHome, Path log, List<String> prefix) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(prefix);
        command.addAll(peer.command(javaHome, port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(peer.environment(javaHome));
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            boolean prepared = false;
            while (System.nanoTime() - start < START.toNanos() && process.isAlive()) {
                prepared = prepared || peer.prepare(port);
                if (prepared && isAnswered(port)) {
                    return new Server(process, port, Duration.ofNanos(System.nanoTime() - start));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        } catch (IOException failed) {
            process.destroyForcibly();
            throw failed;
        }
        process.destroyForcibly();
        throw new IOException(peer.title() + " does not answer; see " + log);
    }

    private static boolean isAnswered(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) START.toMillis());
            socket.getOutputStream().write(Call.CREATE.get());
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(REPLY_START), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 2");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Returns the time from the start of the process to the first success. */
    Duration firstAnswer() {
        return firstAnswer;
    }

    /** Returns the processor time that the process has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the resident memory in MiB; 0 where the system does not tell. */
    double residentMebibytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1024.0)
                .sum();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
