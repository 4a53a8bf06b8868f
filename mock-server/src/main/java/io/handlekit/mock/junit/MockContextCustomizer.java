package io.handlekit.mock.junit;

import io.handlekit.mock.MockOpenprovider;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * The mock of an application context: a bean, and {@code openprovider.base-url}. Test classes with equal annotations
 * share a cached context, and so its mock.
 */
record MockContextCustomizer(HandlekitMock annotation) implements ContextCustomizer {
    private static final String NAME = "handlekitMock";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        MockOpenprovider mock = MockSettings.of(annotation).start();
        // Closed after all other beans, and when the context does not start.
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton(NAME, mock);
        beans.registerDisposableBean(NAME, mock::close);
        MutablePropertySources properties = context.getEnvironment().getPropertySources();
        properties.addFirst(new MapPropertySource(
                NAME, Map.of("openprovider.base-url", mock.baseUri().toString())));
        // For an application that gets its own from elsewhere in production.
        properties.addLast(new MapPropertySource(
                NAME + "Credentials", Map.of("openprovider.username", "mock", "openprovider.password", "mock")));
    }
}
