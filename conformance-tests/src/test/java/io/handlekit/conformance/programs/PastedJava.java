package io.handlekit.conformance.programs;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A compiler of printed Java expressions. */
public final class PastedJava {
    private static final String SOURCE = """
            package pasted;

            // tag::imports[]
            import io.handlekit.conformance.fixture.ServiceControl.Moment;
            import io.handlekit.conformance.programs.*;
            import io.handlekit.conformance.programs.Command.*;
            import io.handlekit.customers.*;
            import io.handlekit.customers.registry.*;
            import java.time.Duration;
            import java.util.List;
            // end::imports[]

            public class Pasted {
                public static Object value() {
                    return %s;
                }
            }
            """;

    private PastedJava() {}

    /** Returns the value of the expression. */
    public static Object value(String expression, Path scratch) {
        try {
            Path folder = Files.createTempDirectory(scratch, "pasted");
            Path source = Files.writeString(folder.resolve("Pasted.java"), SOURCE.replace("%s", expression));
            compile(source, folder);
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, PastedJava.class.getClassLoader())) {
                return loader.loadClass("pasted.Pasted").getMethod("value").invoke(null);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static void compile(Path source, Path folder) throws IOException {
        StringWriter complaints = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-d", folder.toString());
            if (!javac.getTask(complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new AssertionError(complaints.toString());
            }
        }
    }
}
