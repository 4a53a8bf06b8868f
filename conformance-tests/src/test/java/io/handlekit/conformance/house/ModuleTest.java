package io.handlekit.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.NewCustomer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that requires ours needs nothing else, not even the annotations in its signatures. */
class ModuleTest {
    private static Path core() {
        return Path.of(URI.create(NewCustomer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    @Test
    void a_module_can_require_the_core_alone(@TempDir Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("module-info.java"), "module m { requires io.handlekit.core; }");
        Path source = Files.writeString(folder.resolve("Billing.java"), """
                package billing;

                import io.handlekit.customers.*;
                import io.handlekit.customers.validation.CustomerRules;

                class Billing {
                    boolean good(NewCustomer draft) {
                        return !CustomerRules.check(draft).hasErrors();
                    }

                    void clear(Customers customers, CustomerHandle handle) {
                        customers.update(handle, CustomerChanges.builder().clearFax().build());
                    }
                }
                """);

        StringWriter complaints = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(
                            complaints,
                            files,
                            null,
                            List.of(
                                    "-Xlint:all",
                                    "-Werror",
                                    "-d",
                                    Files.createDirectory(folder.resolve("classes"))
                                            .toString(),
                                    "--module-path",
                                    core().toString()),
                            null,
                            files.getJavaFileObjects(module, source))
                    .call();

            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }
}
