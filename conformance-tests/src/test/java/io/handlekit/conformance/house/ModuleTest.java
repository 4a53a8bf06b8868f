package io.handlekit.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the module descriptors: each artifact is a module that exports its public packages alone. */
class ModuleTest {
    /** The starter has none, because Spring's own modules have none. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPRING_BOOT")
    void every_artifact_is_a_module_that_exports_its_public_packages_alone(Artifact artifact) throws IOException {
        ModuleDescriptor module = artifact.descriptor();

        assertThat(module.isAutomatic()).as("%s has no module-info", artifact).isFalse();
        assertThat(exported(module)).isEqualTo(publicPackages(artifact.location()));
    }

    @Test
    void a_package_that_is_exported_by_mistake_is_seen() {
        ModuleDescriptor planted = ModuleDescriptor.newModule("planted")
                .exports("planted.customers")
                .exports("planted.customers.internal")
                .exports("planted.customers.internal.shared", Set.of("planted.http"))
                .build();

        assertThat(exported(planted)).containsExactly("planted.customers", "planted.customers.internal");
    }

    /** A qualified export reaches no user. */
    private static Set<String> exported(ModuleDescriptor module) {
        return module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the packages outside {@code internal} that have a public type. */
    private static Set<String> publicPackages(Path artifact) throws IOException {
        return types(artifact).stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.handlekit.") && !Rooms.isInternal(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JavaClasses types(Path artifact) throws IOException {
        if (Files.isDirectory(artifact)) {
            return new ClassFileImporter().importPath(artifact);
        }
        try (JarFile jar = new JarFile(artifact.toFile())) {
            return new ClassFileImporter().importJar(jar);
        }
    }

    @Test
    void a_module_can_require_the_core_alone_without_any_annotations(@TempDir Path folder) throws IOException {
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

        assertThat(errors(folder, module, source)).isEmpty();
    }

    /** Compiles with all warnings as errors, and with the core alone on the module path. */
    private static String errors(Path folder, Path... sources) throws IOException {
        StringWriter messages = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> options = List.of(
                "-Xlint:all",
                "-Werror",
                "-d",
                classes.toString(),
                "--module-path",
                Artifact.CORE.location().toString());
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(sources))
                    .call();
            return compiled ? "" : "errors:\n" + messages;
        }
    }
}
