package io.handlekit.mock.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** A factory that Spring finds in {@code META-INF/spring.factories} and asks for each test class. */
final class MockContextCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        HandlekitMock annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, HandlekitMock.class);
        return annotation == null ? null : new MockContextCustomizer(annotation);
    }
}
