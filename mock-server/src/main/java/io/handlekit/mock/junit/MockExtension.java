package io.handlekit.mock.junit;

import io.handlekit.customers.Customers;
import io.handlekit.mock.MockOpenprovider;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The JUnit extension of {@link HandlekitMock}. It closes the mocks that it starts itself, because older versions of
 * JUnit do not close the values in a store.
 */
final class MockExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace HERE = Namespace.create(MockExtension.class);
    private static final Map<Class<?>, Function<MockOpenprovider, Object>> PARAMETERS = Map.of(
            MockOpenprovider.class, mock -> mock,
            URI.class, MockOpenprovider::baseUri,
            Customers.class, MockOpenprovider::customers);

    MockExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        open(context);
    }

    /** Prepares the class's mock once. The constructor of a single instance may come before {@code beforeAll}. */
    private static void open(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        AnnotationSupport.findAnnotation(type, HandlekitMock.class)
                .map(annotation ->
                        store(context).getOrComputeIfAbsent(type, first -> SharedMock.of(annotation), SharedMock.class))
                .ifPresent(shared -> store(context).put(SharedMock.class, shared));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SharedMock shared = shared(context);
        if (Concurrency.isPossible(context)) {
            store(context).put(MockOpenprovider.class, shared.another());
        } else {
            shared.mock().reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(store(context).remove(MockOpenprovider.class, MockOpenprovider.class))
                .ifPresent(MockOpenprovider::close);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Optional.ofNullable(store(context).remove(SharedMock.class, SharedMock.class))
                .ifPresent(SharedMock::close);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return Objects.requireNonNull(PARAMETERS.get(type)).apply(mock(context));
    }

    private static MockOpenprovider mock(ExtensionContext context) {
        MockOpenprovider own = store(context).get(MockOpenprovider.class, MockOpenprovider.class);
        if (own != null) {
            return own;
        }
        if (Concurrency.isPossible(context)) {
            throw new ParameterResolutionException(
                    "the tests of this class may run concurrently, so each test has its own mock:"
                            + " declare the parameter on the test or on @BeforeEach");
        }
        return shared(context).mock();
    }

    private static SharedMock shared(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            open(context);
        }
        return store(context).get(SharedMock.class, SharedMock.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(HERE);
    }
}
