package io.handlekit.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the project keeps each rule, and that each rule fails for package {@code planted}, which breaks them all. */
class HouseRulesTest {
    private static final Rooms PROJECT = new Rooms(
            "io.handlekit",
            Stream.of("io.handlekit.http.vertx", "io.handlekit.conformance")
                    .collect(Collectors.toMap(module -> module, Artifact.HTTP::exportedTo)));
    private static final Rooms PLANTED = new Rooms("planted", Map.of());

    private static final JavaClasses PROJECT_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.handlekit");
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages("planted");

    static Set<String> rules() {
        return HouseRules.all(PROJECT).keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_project_keeps_the_rule(String rule) {
        HouseRules.all(PROJECT).get(rule).check(PROJECT_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_breaks_the_rule(String name) {
        ArchRule rule = HouseRules.all(PLANTED).get(name);

        assertThat(rule.evaluate(PLANTED_CLASSES).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void the_rules_look_at_every_module(String type) {
        assertThat(PROJECT_CLASSES).anyMatch(found -> found.getName().equals(type));
    }

    static Set<String> modules() {
        return Set.of(
                "io.handlekit.customers.Customers",
                "io.handlekit.http.HttpCustomers",
                "io.handlekit.http.vertx.VertxTransport",
                "io.handlekit.spring.HandlekitAutoConfiguration",
                "io.handlekit.mock.MockOpenprovider",
                "io.handlekit.conformance.CustomersContract");
    }
}
