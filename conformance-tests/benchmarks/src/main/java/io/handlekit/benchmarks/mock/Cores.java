package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cores of the machine: one for the servers, another one for the load, where taskset is there. */
final class Cores {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Path MODEL = Path.of("/proc/cpuinfo");

    private Cores() {}

    /** Returns what a command starts with to run on the first core. */
    static List<String> first() {
        return Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();
    }

    /** Returns a command that may run on all cores, though this process may not. */
    static List<String> all(List<String> command) {
        return Files.isExecutable(TASKSET)
                ? Stream.concat(Stream.of(TASKSET.toString(), "-c", "0,1"), command.stream())
                        .toList()
                : command;
    }

    /** Lets this process run on the second core only. */
    static void takeTheSecond() throws IOException {
        if (Files.isExecutable(TASKSET) && Runtime.getRuntime().availableProcessors() > 1) {
            String pid = String.valueOf(ProcessHandle.current().pid());
            new ProcessBuilder(TASKSET.toString(), "-a", "-p", "-c", "1", pid)
                    .start()
                    .getInputStream()
                    .readAllBytes();
        }
    }

    /** Returns the processor, the system and the JDK of the load. */
    static String describe() throws IOException {
        return model() + ", JDK " + Runtime.version()
                + (Files.isExecutable(TASKSET) ? ", servers on one core, load on another" : "");
    }

    /** Returns the processor and the system. */
    static String model() throws IOException {
        String model = Files.exists(MODEL)
                ? Files.readAllLines(MODEL).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceFirst("^[^:]*: ", ""))
                        .findFirst()
                        .orElse("")
                : "";
        return (model.isEmpty() ? System.getProperty("os.arch") : model) + ", " + System.getProperty("os.name");
    }
}
