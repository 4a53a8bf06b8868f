package io.handlekit.conformance.tools;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The generator of clients, openapi-generator, in a JVM of its own: its jar contains other versions of our libraries. */
final class ClientGenerator {
    static final Path JAR = Path.of("target/tools/openapi-generator-cli.jar").toAbsolutePath();

    /** Without containerDefaultToNull, an update sends empty arrays for what you do not set, and so clears them. */
    private static final Map<String, Object> FOR_JAVA = Map.of(
            "library",
            "native",
            "invokerPackage",
            "generated",
            "apiPackage",
            "generated.api",
            "modelPackage",
            "generated.model",
            "additionalProperties",
            Map.of("openApiNullable", false, "useJakartaEe", true, "containerDefaultToNull", true));

    private static final Map<String, Map<String, Object>> LANGUAGES =
            Map.of("java", FOR_JAVA, "typescript-fetch", Map.of(), "go", Map.of(), "php", Map.of(), "python", Map.of());

    private ClientGenerator() {}

    /** Generates all clients into folders named by their generator, and returns what the generator reports. */
    static Command run(Path document, Path folder) {
        LANGUAGES.keySet().forEach(language -> delete(folder.resolve(language)));
        List<String> configurations = LANGUAGES.keySet().stream()
                .sorted()
                .map(language -> configuration(language, document, folder).toString())
                .toList();
        return Command.run(
                folder,
                "generator",
                Stream.concat(
                                Stream.of(
                                        ProcessHandle.current().info().command().orElse("java"),
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-jar",
                                        JAR.toString(),
                                        "batch",
                                        "--threads",
                                        "2"),
                                configurations.stream())
                        .toList());
    }

    private static Path configuration(String language, Path document, Path folder) {
        Map<String, Object> common = Map.of(
                "generatorName",
                language,
                "inputSpec",
                document.toString(),
                "outputDir",
                folder.resolve(language).toString(),
                "globalProperties",
                Map.of("apiTests", "false", "modelTests", "false", "apiDocs", "false", "modelDocs", "false"));
        Map<String, Object> all = new HashMap<>(common);
        all.putAll(LANGUAGES.get(language));
        try {
            return Files.write(
                    folder.resolve(language + ".json"), JsonMapper.shared().writeValueAsBytes(all));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Deletes what a generator has left, whose files need not have the names of the new ones. */
    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
