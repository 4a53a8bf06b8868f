package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A statement that was copied from the page, compiled as a part of a test. */
final class CopiedJava {
    private final Consumer<MockOpenprovider> statement;

    private CopiedJava(Consumer<MockOpenprovider> statement) {
        this.statement = statement;
    }

    static CopiedJava compile(String statement, Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Copied.java"), """
                import io.handlekit.mock.MockOpenprovider;
                import io.handlekit.mock.journal.ExpectedCalls;

                public class Copied implements java.util.function.Consumer<MockOpenprovider> {
                    @Override
                    public void accept(MockOpenprovider mock) {
                        %s
                    }
                }
                """.formatted(statement));
        compile(source, folder);
        return new CopiedJava(loaded(folder));
    }

    private static void compile(Path source, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
            boolean isCompiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(isCompiled)
                    .as("%s%n%s", Files.readString(source), messages)
                    .isTrue();
        }
    }

    @SuppressWarnings("unchecked")
    private static Consumer<MockOpenprovider> loaded(Path folder) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return (Consumer<MockOpenprovider>)
                    loader.loadClass("Copied").getDeclaredConstructor().newInstance();
        }
    }

    /** Runs the statement against a mock; it fails as it would in a test. */
    void verify(MockOpenprovider mock) {
        statement.accept(mock);
    }

    /** Returns true if the statement fails against a mock. */
    boolean fails(MockOpenprovider mock) {
        try {
            verify(mock);
            return false;
        } catch (AssertionError asInATest) {
            return true;
        }
    }
}
