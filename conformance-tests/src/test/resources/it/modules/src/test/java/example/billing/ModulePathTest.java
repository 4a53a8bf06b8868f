package example.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of Handlekit's jars on the module path of an application. */
class ModulePathTest {
    /** The application and its dependencies, without these tests. */
    private static final List<Path> MODULES = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .filter(path -> !path.endsWith("test-classes"))
            .toList();

    private static final String MODULE_PATH =
            MODULES.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));

    private static final List<String> MODULES_OF_HANDLEKIT = List.of(
            "io.handlekit.conformance",
            "io.handlekit.core",
            "io.handlekit.http",
            "io.handlekit.http.vertx",
            "io.handlekit.mock");

    @TempDir
    private Path folder;

    @Test
    void the_application_runs_without_extra_flags_and_reaches_no_internal_type() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        MODULE_PATH,
                        "-m",
                        "example.billing/example.billing.Main")
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, java.waitFor(), output);
        List<String> lines = output.lines().toList();
        for (String transport : List.of("jdk", "vertx")) {
            assertTrue(lines.contains(transport + " read ada@example.org"), output);
            assertTrue(lines.contains(transport + " agrees with the model"), output);
        }
        for (String module : MODULES_OF_HANDLEKIT) {
            String report = Pattern.quote(module) + " has [0-9]+ internal types, of which 0 can be reached";
            assertTrue(lines.stream().anyMatch(line -> line.matches(report)), output);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.handlekit.conformance", "io.handlekit.core", "io.handlekit.http", "io.handlekit.mock"})
    void code_that_uses_an_internal_type_does_not_compile(String module) throws IOException {
        String type = anInternalType(module);

        String messages = compile(module, "Class<?> type = " + type + ".class;");

        String internal = type.substring(0, type.lastIndexOf('.'));
        assertTrue(messages.contains("package " + internal + " is not visible"), messages);
        assertEquals("", compile(module, "Class<?> type = Object.class;"), "the same code without the type");
    }

    private static String anInternalType(String module) throws IOException {
        ModuleReference reference =
                ModuleFinder.of(MODULES.toArray(Path[]::new)).find(module).orElseThrow();
        assertFalse(reference.descriptor().isAutomatic(), module + " has no module-info");
        try (ModuleReader reader = reference.open()) {
            return reader.list()
                    .filter(entry -> entry.matches(".*/internal/[^$-]+\\.class"))
                    .map(entry -> entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns what the compiler says; nothing if it compiles. */
    private String compile(String module, String member) throws IOException {
        Path info = Files.writeString(
                folder.resolve("module-info.java"), "module user { requires " + module + "; }", StandardCharsets.UTF_8);
        Path user = Files.writeString(
                folder.resolve("User.java"), "package user; class User { " + member + " }", StandardCharsets.UTF_8);
        StringWriter messages = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", folder.resolve("classes").toString(), "-p", MODULE_PATH);
        Files.createDirectories(folder.resolve("classes"));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(info, user))
                    .call();
            return compiled ? "" : messages.toString();
        }
    }
}
