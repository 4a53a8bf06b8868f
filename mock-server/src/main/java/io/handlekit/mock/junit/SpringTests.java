package io.handlekit.mock.junit;

import io.handlekit.mock.MockOpenprovider;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Test classes that Spring runs. Their mock is a bean of their application context, see {@link MockContextCustomizer}. */
final class SpringTests {
    private static final String SPRING = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private SpringTests() {}

    /** Returns what finds the mock of the current application context; empty for a test class without Spring. */
    static Optional<Supplier<MockOpenprovider>> mockOf(ExtensionContext context) {
        return isSpring(context) ? Optional.of(() -> Context.mock(context)) : Optional.empty();
    }

    private static boolean isSpring(ExtensionContext context) {
        return context.getTestClass().filter(SpringTests::extendsSpring).isPresent()
                || context.getParent().filter(SpringTests::isSpring).isPresent();
    }

    private static boolean extendsSpring(Class<?> type) {
        return AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class).stream()
                .flatMap(extended -> Arrays.stream(extended.value()))
                .anyMatch(extension -> extension.getName().equals(SPRING));
    }

    /** Loaded only if Spring is there. */
    private static final class Context {
        static MockOpenprovider mock(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context).getBean(MockOpenprovider.class);
        }
    }
}
