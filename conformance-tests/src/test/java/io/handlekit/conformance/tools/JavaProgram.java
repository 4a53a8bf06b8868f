package io.handlekit.conformance.tools;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program on the generated Java client, in a JVM of its own. Its libraries are those in the generator's jar. */
final class JavaProgram {
    private static final Path PROGRAM =
            Path.of("src/test/resources/openapi/java/UseCustomers.java").toAbsolutePath();
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private final Path folder;
    private final Path classes;
    private final String libraries;

    private JavaProgram(Path folder, String libraries) {
        this.folder = folder;
        this.classes = folder.resolve("java-classes");
        this.libraries = libraries;
    }

    /** Compiles the program and the client in this folder. */
    static JavaProgram compiled(Path folder) throws IOException, ReflectiveOperationException, URISyntaxException {
        JavaProgram program = new JavaProgram(folder, ClientGenerator.JAR + File.pathSeparator + annotations());
        try (Stream<Path> client = Files.walk(folder.resolve("java/src/main/java"))) {
            program.compile(Stream.concat(Stream.of(PROGRAM), client.filter(Files::isRegularFile)));
        }
        return program;
    }

    private void compile(Stream<Path> sources) {
        Stream<String> options = Stream.of(
                BIN.resolve("javac").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-proc:none",
                "-nowarn",
                "-cp",
                libraries,
                "-d",
                classes.toString());
        Command.run(
                        folder,
                        "javac",
                        Stream.concat(options, sources.map(Path::toString)).toList())
                .succeeded();
    }

    /** The annotations on generated code, which the generator's jar lacks. */
    private static Path annotations() throws ReflectiveOperationException, URISyntaxException {
        return Path.of(Class.forName("jakarta.annotation.Nonnull")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    Command run(String argument) {
        String classPath = classes + File.pathSeparator + libraries;
        return Command.run(
                folder, "java", List.of(BIN.resolve("java").toString(), "-cp", classPath, "UseCustomers", argument));
    }
}
