package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server that is measured.
 *
 * @param title its name in the tables
 * @param jvm options of its JVM
 * @param program what follows them: {@code -jar}, a jar and its options; PORT stands for the port
 * @param preparation what it is told before it can answer; nothing for most
 */
record Peer(String title, List<String> jvm, List<String> program, Preparation preparation) {
    private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();
    private static final String MOCK = "Handlekit mock";
    private static final String LAUNCHER = "launcher";

    /** A third of it is the bound of all customers: enough for 30,000 creates a second between two resets. */
    private static final List<String> HEAP = List.of("-Xms4g", "-Xmx4g");

    private static final String PORT = "PORT";
    private static final Preparation NONE = port -> true;

    /** Returns the mock as a plain jar. */
    static Peer mock(Path jar, String... options) {
        List<String> program = new ArrayList<>(List.of("-jar", jar.toString(), "--port", PORT));
        program.addAll(List.of(options));
        return new Peer(MOCK + (options.length == 0 ? "" : " " + options[0]), HEAP, program, NONE);
    }

    static Peer bareJavalin() {
        return new Peer(
                "bare Javalin",
                HEAP,
                List.of("-cp", System.getProperty("java.class.path"), BareJavalin.class.getName(), PORT),
                NONE);
    }

    /** Returns WireMock with everything off that costs time and that the benchmark does not need. */
    static Peer wireMock(Path jar, Path stubs) {
        return new Peer(
                "WireMock",
                HEAP,
                List.of(
                        "-jar",
                        jar.toString(),
                        "--port",
                        PORT,
                        "--bind-address",
                        "127.0.0.1",
                        "--root-dir",
                        stubs.toString(),
                        "--no-request-journal",
                        "--disable-request-logging",
                        "--disable-gzip",
                        "--disable-banner"),
                NONE);
    }

    static Peer mockServer(Path jar) {
        return new Peer(
                "MockServer",
                List.of(
                        HEAP.get(0),
                        HEAP.get(1),
                        "-Dmockserver.logLevel=OFF",
                        "-Dmockserver.disableSystemOut=true",
                        "-Dmockserver.maxLogEntries=1"),
                List.of("-jar", jar.toString(), "-serverPort", PORT),
                MockServerStubs::tell);
    }

    /** Returns the mock behind its launcher, from the distribution; a first start makes its archive. */
    static Peer launcher(Path distribution) {
        return new Peer(
                LAUNCHER,
                List.of(),
                List.of(distribution.resolve("bin/handlekit-mock").toString(), "--port", PORT),
                NONE);
    }

    /** Returns this peer with other options of the JVM. */
    Peer withJvm(String... options) {
        return new Peer(title, List.of(options), program, preparation);
    }

    /** Returns this peer under another name. */
    Peer withTitle(String other) {
        return new Peer(other, jvm, program, preparation);
    }

    List<String> command(Path javaHome, int port) {
        List<String> command = new ArrayList<>();
        if (!title.equals(LAUNCHER)) {
            command.add(javaHome.resolve("bin/java").toString());
            command.addAll(jvm);
        }
        program.forEach(word -> command.add(word.equals(PORT) ? String.valueOf(port) : word));
        return command;
    }

    Map<String, String> environment(Path javaHome) {
        return Map.of("JAVA_HOME", javaHome.toString(), "XDG_CACHE_HOME", CACHE.toString());
    }

    /** Removes what a server has stored, so that a long load stays within its memory. The peers store nothing. */
    void empty(int port) throws IOException {
        if (title.startsWith(MOCK)) {
            Control.reset(port);
        }
    }

    /** Returns true while a launcher makes its archive, which it does in the background at the first start. */
    static boolean isArchiving() throws IOException {
        try (Stream<Path> files = Files.list(CACHE.resolve("handlekit"))) {
            return files.anyMatch(file -> file.toString().endsWith(".lock"));
        }
    }

    boolean prepare(int port) throws IOException {
        return preparation.prepare(port);
    }

    /** The set-up of a server before it can answer. */
    @FunctionalInterface
    interface Preparation {
        /** Returns false if the server does not listen yet. */
        boolean prepare(int port) throws IOException;
    }
}
