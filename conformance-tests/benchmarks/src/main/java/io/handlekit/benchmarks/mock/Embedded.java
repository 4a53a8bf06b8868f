package io.handlekit.benchmarks.mock;

import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The mock in a process of a test: how long a second start and a reset take. */
final class Embedded {
    private static final int TIMES = 21;
    private static final double MILLIS = 1e6;

    private Embedded() {}

    /** Measures on all cores, as in a test. */
    static void measure(Jdk jdk, Measurement measured) throws IOException {
        List<String> command = List.of(
                jdk.home().resolve("bin/java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                Embedded.class.getName());
        Process process = new ProcessBuilder(Cores.all(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        printed.lines()
                .map(line -> line.split("\\|"))
                .forEach(value -> measured.add(
                        "JDK " + jdk.version() + ", " + value[0], "Handlekit mock", Double.parseDouble(value[1])));
    }

    /** Prints what is measured and a time, in each line. */
    public static void main(String[] args) {
        MockOpenprovider.start().close();
        for (int time = 0; time < TIMES; time++) {
            long start = System.nanoTime();
            try (MockOpenprovider mock = MockOpenprovider.start()) {
                System.out.println("embedded start after the first, ms|" + since(start));
                long reset = System.nanoTime();
                mock.reset();
                System.out.println("reset, ms|" + since(reset));
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / MILLIS;
    }
}
