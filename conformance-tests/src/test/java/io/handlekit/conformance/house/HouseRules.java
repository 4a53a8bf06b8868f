package io.handlekit.conformance.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of the house, for any root package: the house's own, and one in which each rule is broken on purpose.
 *
 * @param root the package above customers, http and mock
 */
record HouseRules(String root) {
    private static final DescribedPredicate<JavaClass> HOLD_TEXT = new DescribedPredicate<>("hold text") {
        @Override
        public boolean test(JavaClass type) {
            return type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .anyMatch(field -> mayShowText(field.getRawType()));
        }
    };

    private String core() {
        return root + ".customers..";
    }

    private String adapters() {
        return root + ".http..";
    }

    private String vertx() {
        return root + ".http.vertx..";
    }

    private String mock() {
        return root + ".mock..";
    }

    /** Every rule by its name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("core uses the JDK alone", coreUsesTheJdkAlone());
        rules.put("packages have no cycles", packagesHaveNoCycles());
        rules.put("the mock does not know the adapters", apart(mock(), adapters()));
        rules.put("the adapters do not know the mock", apart(adapters(), mock()));
        rules.put("Vert.x stays in its adapter", vertxStaysInItsAdapter());
        rules.put("Jackson is in no public signature", jacksonIsInNoPublicSignature());
        rules.put("public classes are closed", publicClassesAreClosed());
        rules.put("nothing is discovered", noUseOf(ServiceLoader.class, "load"));
        rules.put("nothing sleeps", noUseOf(Thread.class, "sleep"));
        rules.put("nothing but a main reads the environment", onlyAMainReadsTheEnvironment());
        rules.put("records of text say what they show", recordsOfTextSayWhatTheyShow());
        return rules;
    }

    private ArchRule coreUsesTheJdkAlone() {
        return noClasses()
                .that()
                .resideInAPackage(core())
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(core(), "java..", "org.jspecify..");
    }

    private ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule apart(String one, String other) {
        return noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other);
    }

    private ArchRule vertxStaysInItsAdapter() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(vertx())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..");
    }

    private static ArchRule jacksonIsInNoPublicSignature() {
        return classes().that().arePublic().should(new ArchCondition<>("have no Jackson in a public signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(HouseRules::namesJackson)
                        .forEach(member -> events.add(SimpleConditionEvent.violated(member, member.getFullName())));
            }
        });
    }

    private static boolean namesJackson(JavaMember member) {
        return member.getAllInvolvedRawTypes().stream()
                .anyMatch(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."));
    }

    private static ArchRule publicClassesAreClosed() {
        return classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should(be(new DescribedPredicate<>("final, a record, an enum or sealed") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getModifiers().contains(FINAL)
                                || type.isEnum()
                                || type.reflect().isSealed();
                    }
                }));
    }

    private static ArchRule noUseOf(Class<?> owner, String method) {
        return noClasses().should().callMethodWhere(itIs(owner, method));
    }

    private static ArchRule onlyAMainReadsTheEnvironment() {
        return noClasses()
                .should()
                .callMethodWhere(itIs(System.class, "getenv").and(new DescribedPredicate<>("it is not in a main") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return !call.getOrigin().getName().equals("main");
                    }
                }));
    }

    private static DescribedPredicate<JavaMethodCall> itIs(Class<?> owner, String method) {
        return new DescribedPredicate<>("it is " + owner.getSimpleName() + "." + method) {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(method);
            }
        };
    }

    /**
     * A record shows its components unless it says otherwise. The toString that a compiler writes stands on the line of
     * the record itself, as the hashCode does that no record here writes by hand.
     */
    private static ArchRule recordsOfTextSayWhatTheyShow() {
        return classes().that().areRecords().and(HOLD_TEXT).should(new ArchCondition<>("override toString") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (line(type.getMethod("toString")) == line(type.getMethod("hashCode"))) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName()));
                }
            }
        });
    }

    /** Text itself, and whatever of the JDK may have text in it. */
    private static boolean mayShowText(JavaClass type) {
        return type.isArray()
                || type.getPackageName().equals("java.util")
                || Set.of("java.lang.String", "java.lang.Object", "java.lang.CharSequence")
                        .contains(type.getName());
    }

    private static int line(JavaMethod method) {
        return method.getSourceCodeLocation().getLineNumber();
    }
}
