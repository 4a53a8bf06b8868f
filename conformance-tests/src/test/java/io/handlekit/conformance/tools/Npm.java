package io.handlekit.conformance.tools;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The tools of npm, in the versions of {@code package-lock.json}. They are installed into a folder of the build. */
final class Npm {
    private static final Path SOURCES = Path.of("src/test/resources/openapi/npm");
    private static final Pattern NO_NETWORK =
            Pattern.compile("code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED)");

    private final Path folder;

    private Npm(Path folder) {
        this.folder = folder;
    }

    /** Installs the tools; without npm or without a network, the test is skipped and a line says so. */
    static Npm installed(Path folder) {
        if (!isOnPath("npm") || !isOnPath("node")) {
            skip("npm or node is not installed");
        }
        copySources(folder);
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            Command install = Command.run(
                    folder,
                    "npm",
                    List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"));
            if (install.exitCode() != 0 && NO_NETWORK.matcher(install.output()).find()) {
                skip("npm does not reach its registry");
            }
            install.succeeded();
        }
        return new Npm(folder);
    }

    private static void skip(String why) {
        String line = why + ": Spectral and the TypeScript client of the OpenAPI document were not run";
        System.out.println(line);
        Assumptions.abort(line);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void copySources(Path folder) {
        try (Stream<Path> files = Files.list(SOURCES)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Runs a tool. */
    Command run(String tool, String... arguments) {
        return node(Stream.concat(Stream.of("node_modules/.bin/" + tool), Stream.of(arguments))
                .toArray(String[]::new));
    }

    /** Runs a script. */
    Command node(String... words) {
        String name = Path.of(words[0]).getFileName().toString();
        return Command.run(
                folder, name, Stream.concat(Stream.of("node"), Stream.of(words)).toList());
    }

    Path folder() {
        return folder;
    }
}
