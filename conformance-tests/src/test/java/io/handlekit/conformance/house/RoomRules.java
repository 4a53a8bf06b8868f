package io.handlekit.conformance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;

/** Rules about packages: their size, their cycles, and who may use the internal ones. */
final class RoomRules {
    private static final int MOST_FILES = 25;

    private RoomRules() {}

    /** Every package is a slice of its own, the first package of an artifact too. */
    static ArchRule packagesHaveNoCycles(Rooms rooms) {
        return slices().matching(rooms.root() + ".(**)").should().beFreeOfCycles();
    }

    static ArchRule packagesAreSmall() {
        return classes().that().areTopLevelClasses().should(new ArchCondition<>("be in a package of 25 at most") {
            private final Map<String, Integer> sizes = new TreeMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getSimpleName().equals("package-info")) {
                    sizes.merge(type.getPackageName(), 1, Integer::sum);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                sizes.forEach((name, size) -> {
                    if (size > MOST_FILES) {
                        events.add(SimpleConditionEvent.violated(name, "package " + name + " has " + size + " files"));
                    }
                });
            }
        });
    }

    static ArchRule internalsStayInTheirArtifact(Rooms rooms) {
        return classes().should(new ArchCondition<>("use internal packages of their own artifact alone") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (rooms.isInternal(target) && !rooms.mayUse(type, target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        });
    }
}
