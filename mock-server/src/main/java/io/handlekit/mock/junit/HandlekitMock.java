package io.handlekit.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A mock for each test of a class, on a port of its own.
 *
 * <pre>{@code
 * @HandlekitMock(switches = {"token=issued", "limits=live"})
 * class SignUpTest {
 *     @Test
 *     void a_new_customer_is_created_once(MockOpenprovider mock, URI baseUri) {
 *         signUp(baseUri);
 *         assertEquals(1, mock.size());
 *     }
 * }
 * }</pre>
 *
 * <p>A parameter of type {@link io.handlekit.mock.MockOpenprovider} is the mock, one of type {@link java.net.URI} its
 * {@linkplain io.handlekit.mock.MockOpenprovider#baseUri base URL}, and one of type
 * {@link io.handlekit.customers.Customers} its {@linkplain io.handlekit.mock.MockOpenprovider#customers customers
 * without HTTP}. Test methods, {@code @BeforeEach} and {@code @AfterEach} take them, and since JUnit 5.12 also the
 * constructor of the test class.
 *
 * <p>The mock starts before the {@code @BeforeEach} methods and is closed after the {@code @AfterEach} methods. Calls
 * that a test leaves behind fail with a refused connection, and cannot reach the mock of the next test. Nested classes
 * use the annotation of the enclosing class unless they have their own. Tests may run at the same time.
 *
 * <p>If a test fails, its last exchanges are printed on standard error, without the values that were sent.
 *
 * <p>On a test class that Spring runs, such as a {@code @SpringBootTest}, the mock belongs to the application context: it is a
 * bean, {@code openprovider.base-url} is its base URL, and it is reset before each test, as with {@code shared = true}.
 * Credentials of the application are used if it has some; otherwise {@code openprovider.username} and {@code
 * openprovider.password} have values that the mock accepts.
 *
 * <p>With {@link #shared shared = true}, the tests of a class share one mock. For customers to start with, a clock, TLS
 * or faults, register a {@link HandlekitMockExtension} in place of the annotation.
 *
 * <p>A {@code @ParameterizedTest} with arguments of one of these types cannot declare a mock parameter of the same
 * type, because JUnit finds two resolvers for it. Use text for such arguments, as in {@code URI.create(text)}, and take
 * the base URL from {@link io.handlekit.mock.MockOpenprovider#baseUri}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(HandlekitMockExtension.class)
public @interface HandlekitMock {
    /** Returns true if each test starts with the customer {@code XX123456-XX} of the vendor's documentation. */
    boolean documentationCustomer() default false;

    /**
     * Returns the switches to set, named as on the command line: {@code "token=issued"}. A class with an unknown switch
     * or value fails with an {@link IllegalArgumentException}.
     */
    String[] switches() default {};

    /**
     * Returns true if the tests of the class share one mock, which is {@linkplain
     * io.handlekit.mock.MockOpenprovider#reset reset} before each test. The constructor of a single test instance,
     * {@code @BeforeAll} and {@code @AfterAll} can then take the mock too.
     *
     * <p>A call that a test leaves behind, such as one of a thread that still runs, reaches the mock of the next test: it
     * appears in that test's exchanges and may trigger its faults. Tests that may run at the same time cannot share a
     * mock; they fail with a message that says so.
     */
    boolean shared() default false;
}
