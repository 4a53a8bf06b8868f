package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param version its feature version, such as 17
 * @param home its folder
 */
record Jdk(int version, Path home) {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** Returns JDK 17 and JDK 25 as far as they are installed, and the one that runs this; newest first. */
    static List<Jdk> all() {
        Map<Integer, Jdk> found = new TreeMap<>(Comparator.reverseOrder());
        Path mine = Path.of(System.getProperty("java.home"));
        found.put(Runtime.version().feature(), new Jdk(Runtime.version().feature(), mine));
        for (Path home : homes()) {
            int version = version(home.resolve("release"));
            if ((version == 17 || version == 25) && Files.isExecutable(home.resolve("bin/javac"))) {
                found.putIfAbsent(version, new Jdk(version, home));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static List<Path> homes() {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int version(Path release) {
        try {
            return Files.readAllLines(release).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .mapToInt(line ->
                            Integer.parseInt(line.replaceAll("[^0-9.]", "").split("\\.", 2)[0]))
                    .findAny()
                    .orElse(0);
        } catch (IOException noJdk) {
            return 0;
        }
    }
}
