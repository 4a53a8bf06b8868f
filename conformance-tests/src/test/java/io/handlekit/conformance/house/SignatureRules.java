package io.handlekit.conformance.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about what a public type shows. */
final class SignatureRules {
    private static final DescribedPredicate<JavaClass> HOLD_TEXT = DescribedPredicate.describe(
            "hold text",
            type -> type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .anyMatch(field -> mayShowText(field.getRawType())));

    private SignatureRules() {}

    static ArchRule noInternalTypes(Rooms rooms) {
        return classes()
                .that()
                .arePublic()
                .should(show("an internal type", DescribedPredicate.describe("is internal", rooms::isInternal)));
    }

    static ArchRule noJackson() {
        return classes()
                .that()
                .arePublic()
                .should(show("a type of Jackson", resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")));
    }

    /** Holds for public types outside internal packages: what they extend and implement, and their open members. */
    private static ArchCondition<JavaClass> show(String what, DescribedPredicate<JavaClass> unwanted) {
        return new ArchCondition<>("not show " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (Rooms.isInternal(type.getPackageName())) {
                    return;
                }
                if (shownByTheHead(type).anyMatch(unwanted)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " names " + what));
                }
                type.getMembers().stream()
                        .filter(SignatureRules::isOpen)
                        .filter(member ->
                                member.getAllInvolvedRawTypes().stream().anyMatch(unwanted))
                        .forEach(member -> events.add(
                                SimpleConditionEvent.violated(member, member.getFullName() + " shows " + what)));
            }
        };
    }

    /** Supertypes with their arguments, and the bounds of type parameters. */
    private static Stream<JavaClass> shownByTheHead(JavaClass type) {
        return Stream.<Collection<? extends JavaType>>of(
                        type.getSuperclass().stream().toList(), type.getInterfaces(), type.getTypeParameters())
                .flatMap(Collection::stream)
                .flatMap(shown -> shown.getAllInvolvedRawTypes().stream());
    }

    private static boolean isOpen(JavaMember member) {
        return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
    }

    static ArchRule publicClassesAreClosed() {
        return classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should(be(DescribedPredicate.describe(
                        "final, a record, an enum or sealed",
                        type -> type.getModifiers().contains(FINAL)
                                || type.isEnum()
                                || type.reflect().isSealed())));
    }

    /**
     * A record shows all its components unless it overrides toString. A toString written by the compiler has the line
     * number of the record itself, as hashCode has, which no record here overrides.
     */
    static ArchRule recordsOfTextOverrideToString() {
        return classes().that().areRecords().and(HOLD_TEXT).should(new ArchCondition<>("override toString") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (line(type.getMethod("toString")) == line(type.getMethod("hashCode"))) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName()));
                }
            }
        });
    }

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
