package io.handlekit.conformance.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ServiceLoader;

/** Rules about what code may use: which modules and libraries, and which methods of the JDK it must not call. */
final class DependencyRules {
    private DependencyRules() {}

    static ArchRule coreUsesTheJdkAlone(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.core())
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(rooms.core(), "java..", "org.jspecify..");
    }

    static ArchRule theMockUsesNoAdapter(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.mock())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms.adapters());
    }

    static ArchRule noAdapterUsesTheMock(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms.adapters())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(rooms.mock());
    }

    static ArchRule vertxStaysInItsAdapter(Rooms rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(rooms.vertx())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..");
    }

    static ArchRule nothingIsDiscovered() {
        return noClasses().should().callMethodWhere(itIs(ServiceLoader.class, "load"));
    }

    static ArchRule nothingSleeps() {
        return noClasses().should().callMethodWhere(itIs(Thread.class, "sleep"));
    }

    static ArchRule onlyMainReadsTheEnvironment() {
        return noClasses()
                .should()
                .callMethodWhere(itIs(System.class, "getenv")
                        .and(describe(
                                "it is not in main",
                                call -> !call.getOrigin().getName().equals("main"))));
    }

    private static DescribedPredicate<JavaMethodCall> itIs(Class<?> owner, String method) {
        return describe(
                "it is " + owner.getSimpleName() + "." + method,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(method));
    }
}
