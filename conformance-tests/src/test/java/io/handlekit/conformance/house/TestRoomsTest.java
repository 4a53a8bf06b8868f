package io.handlekit.conformance.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the tests of all modules keep the rules about packages too. */
class TestRoomsTest {
    private static final Rooms PROJECT = new Rooms("io.handlekit", Map.of());

    /** Compiled by the same build as these; a build of this module alone may have none of the others. */
    private static final List<Path> FOLDERS = Stream.of(Artifact.values())
            .map(Artifact::testClasses)
            .filter(Files::isDirectory)
            .toList();

    private static final JavaClasses TESTS = new ClassFileImporter().importPaths(FOLDERS);

    @Test
    void a_package_of_tests_has_25_files_at_most() {
        RoomRules.packagesAreSmall().check(TESTS.that(resideInAPackage("io.handlekit..")));
    }

    @Test
    void packages_of_tests_have_no_cycles() {
        RoomRules.packagesHaveNoCycles(PROJECT).check(TESTS.that(resideInAPackage("io.handlekit..")));
    }

    @Test
    void tests_use_internal_packages_of_their_own_artifact_alone() {
        RoomRules.internalsStayInTheirArtifact(PROJECT).check(TESTS);
    }

    @Test
    void the_rules_look_at_these_tests() {
        assertThat(TESTS).anyMatch(type -> type.isEquivalentTo(TestRoomsTest.class));
    }
}
