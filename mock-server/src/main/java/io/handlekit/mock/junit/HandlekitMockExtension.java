package io.handlekit.mock.junit;

import io.handlekit.customers.Customers;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.junit.ClassMock.TestMock;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * A JUnit extension that gives each test a mock with your options. {@link HandlekitMock} describes what the tests get;
 * register this in place of the annotation for what an annotation cannot hold.
 *
 * <pre>{@code
 * class RenewalTest {
 *     @RegisterExtension
 *     static final HandlekitMockExtension MOCK = HandlekitMockExtension.with(
 *                     MockOptions.defaults().customers(customers).clock(clock).tls(context))
 *             .faults(Fault.status(503).on("GET", "/customers").atMost(1));
 *
 *     @Test
 *     void a_renewal_changes_the_address(MockOpenprovider mock, URI baseUri) { … }
 * }
 * }</pre>
 *
 * <p>Immutable: {@link #faults} and {@link #shared} return another extension.
 */
public final class HandlekitMockExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";
    private static final Map<Class<?>, Function<MockOpenprovider, Object>> PARAMETERS = Map.of(
            MockOpenprovider.class, mock -> mock,
            URI.class, MockOpenprovider::baseUri,
            Customers.class, MockOpenprovider::customers);

    private final Namespace here = Namespace.create(this);
    private final Optional<MockSettings> registered;
    private final Set<MockOpenprovider> open = ConcurrentHashMap.newKeySet();

    private HandlekitMockExtension(Optional<MockSettings> registered) {
        this.registered = registered;
    }

    /** Creates the extension of {@link HandlekitMock}; JUnit calls it. Without the annotation, the mocks have default options. */
    HandlekitMockExtension() {
        this(Optional.empty());
    }

    /**
     * Creates an extension to register in a field with {@code @RegisterExtension}.
     *
     * @param options what each mock starts with
     */
    public static HandlekitMockExtension with(MockOptions options) {
        return new HandlekitMockExtension(
                Optional.of(new MockSettings(Objects.requireNonNull(options, "options"), List.of(), false)));
    }

    /** Sets the faults that are armed at the start of each test. */
    public HandlekitMockExtension faults(Fault... faults) {
        return faults(List.of(faults));
    }

    /** Sets the faults that are armed at the start of each test, such as those of a {@link io.handlekit.mock.fault.FaultProfile}. */
    public HandlekitMockExtension faults(List<Fault> faults) {
        MockSettings settings = settings();
        return new HandlekitMockExtension(Optional.of(new MockSettings(settings.options(), faults, settings.shared())));
    }

    /** Lets the tests of the class share one mock, as {@link HandlekitMock#shared} describes. The field must be static. */
    public HandlekitMockExtension shared() {
        MockSettings settings = settings();
        return new HandlekitMockExtension(Optional.of(new MockSettings(settings.options(), settings.faults(), true)));
    }

    private MockSettings settings() {
        return registered.orElse(MockSettings.DEFAULTS);
    }

    /**
     * Returns the mock of the running test, or the shared mock. Use it where no parameter can be declared, such as in a
     * helper method or a Spring {@code @DynamicPropertySource}.
     *
     * @throws IllegalStateException if no mock is open, or if several are because tests run at the same time
     */
    public MockOpenprovider mock() {
        Iterator<MockOpenprovider> all = open.iterator();
        if (!all.hasNext()) {
            throw new IllegalStateException("no mock is open: outside of a test there is only a shared mock");
        }
        MockOpenprovider mock = all.next();
        if (all.hasNext()) {
            throw new IllegalStateException(
                    "several mocks are open, because tests run at the same time: take the mock as a parameter");
        }
        return mock;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classMock(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        testMock(context);
    }

    /** Closes what older versions of JUnit do not close when the test ends. */
    @Override
    public void afterEach(ExtensionContext context) {
        TestMock ended = store(context).remove(TestMock.class, TestMock.class);
        if (ended != null) {
            context.getExecutionException()
                    .filter(failure -> !(failure instanceof TestAbortedException))
                    .ifPresent(failure -> System.err.print(LastExchanges.of(
                            context.getDisplayName(), ended.mock().exchanges())));
            ended.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Optional.ofNullable(store(context).remove(ClassMock.class, ClassMock.class))
                .ifPresent(ClassMock::close);
    }

    /** Lets constructors have the mock of their test. JUnit calls it since version 5.12. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        MockOpenprovider mock = context.getTestMethod().isPresent() ? testMock(context) : sharedMock(context);
        return Objects.requireNonNull(PARAMETERS.get(type)).apply(mock);
    }

    private MockOpenprovider sharedMock(ExtensionContext context) {
        return classMock(context)
                .shared()
                .orElseThrow(() -> new ParameterResolutionException(
                        "each test has its own mock: declare the parameter on the test or on @BeforeEach,"
                                + " or let the tests share a mock with shared = true"));
    }

    /** Prepares the mock of a test at its first use, which may be in the constructor. */
    private MockOpenprovider testMock(ExtensionContext context) {
        ClassMock classMock = classMock(context);
        classMock.shared().ifPresent(any -> refuseConcurrentTests(context, classMock));
        return store(context)
                .getOrComputeIfAbsent(TestMock.class, first -> classMock.forTest(), TestMock.class)
                .mock();
    }

    /** Returns the settings and mock of the nearest class that has its own. The constructor may come before {@code beforeAll}. */
    private ClassMock classMock(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        ClassMock nearest = store(context).get(ClassMock.class, ClassMock.class);
        Optional<MockSettings> own = registered.isPresent()
                ? Optional.empty()
                : AnnotationSupport.findAnnotation(type, HandlekitMock.class).map(MockSettings::of);
        if (nearest != null && (own.isEmpty() || nearest.isOf(type))) {
            return nearest;
        }
        MockSettings settings = own.orElseGet(this::settings);
        if (settings.shared() && context.getTestMethod().isPresent()) {
            throw new ExtensionConfigurationException("a shared mock must be registered in a static field");
        }
        ClassMock first =
                new ClassMock(type, settings, open, own.isPresent() ? SpringTests.mockOf(context) : Optional.empty());
        store(context).put(ClassMock.class, first);
        return first;
    }

    private static void refuseConcurrentTests(ExtensionContext test, ClassMock shared) {
        boolean parallel = test.getConfigurationParameter(PARALLEL)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        Optional<ExtensionContext> at = Optional.of(test);
        while (parallel && at.isPresent() && !isClass(at.get(), shared)) {
            if (at.get().getExecutionMode() == ExecutionMode.CONCURRENT) {
                throw new ExtensionConfigurationException(
                        "tests that may run at the same time cannot share a mock, because each of them resets it:"
                                + " add @Execution(SAME_THREAD), or remove shared");
            }
            at = at.get().getParent();
        }
    }

    private static boolean isClass(ExtensionContext context, ClassMock shared) {
        return context.getTestMethod().isEmpty()
                && context.getTestClass().filter(shared::isOf).isPresent();
    }

    private Store store(ExtensionContext context) {
        return context.getStore(here);
    }
}
