package io.handlekit.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each of them can be broken: package {@code planted} breaks every one. */
class HouseRulesTest {
    private static final HouseRules HOUSE = new HouseRules("io.handlekit");
    private static final HouseRules PLANTED = new HouseRules("planted");

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.handlekit");
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages("planted");

    static Set<String> rules() {
        return HOUSE.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_it(String rule) {
        HOUSE.all().get(rule).check(HOUSE_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_breaks_it(String name) {
        ArchRule rule = PLANTED.all().get(name);

        assertThat(rule.evaluate(PLANTED_CLASSES).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_module_is_looked_at(String module) {
        assertThat(HOUSE_CLASSES).anyMatch(type -> type.getName().equals(module));
    }

    static Set<String> modules() {
        return Set.of(
                "io.handlekit.customers.Customers",
                "io.handlekit.http.HttpCustomers",
                "io.handlekit.http.vertx.VertxTransport",
                "io.handlekit.mock.MockOpenprovider",
                "io.handlekit.conformance.CustomersContract");
    }
}
