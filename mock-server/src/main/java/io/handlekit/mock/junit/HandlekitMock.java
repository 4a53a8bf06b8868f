package io.handlekit.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A mock for the tests of a class, on its own port.
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
 * without HTTP}. Test methods take them, and so do constructors, {@code @BeforeAll}, {@code @BeforeEach} and the like.
 *
 * <p>A class has one mock, which is {@linkplain io.handlekit.mock.MockOpenprovider#reset reset} before the
 * {@code @BeforeEach} methods of each test. If JUnit may run the methods of a class concurrently, each test has its own
 * mock instead. Constructors of such a class, its {@code @BeforeAll} and its {@code @AfterAll} then cannot take a mock,
 * because none exists outside of a test. Nested classes use the mock of the enclosing class, unless they have their own
 * annotation.
 *
 * <p>A {@code @ParameterizedTest} with arguments of one of these types cannot declare a mock parameter of the same
 * type, because JUnit finds two resolvers for it. Use text for such arguments, as in {@code URI.create(text)}, and take
 * the base URL from {@link io.handlekit.mock.MockOpenprovider#baseUri}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MockExtension.class)
public @interface HandlekitMock {
    /** Returns true if each test starts with the customer {@code XX123456-XX} of the vendor's documentation. */
    boolean documentationCustomer() default false;

    /**
     * Returns the switches to set, named as on the command line: {@code "token=issued"}. A class with an unknown switch
     * or value fails with an {@link IllegalArgumentException}.
     */
    String[] switches() default {};
}
