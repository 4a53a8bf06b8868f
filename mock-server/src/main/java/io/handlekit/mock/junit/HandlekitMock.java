package io.handlekit.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a mock, on a port of its own.
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
 * <p>A class has one mock, which is {@linkplain io.handlekit.mock.MockOpenprovider#reset reset} before each test,
 * before its {@code @BeforeEach} methods. Where JUnit may run the methods of a class at the same time, each test has a
 * mock to itself instead; since none is there before a test then, constructors of such a class, its {@code @BeforeAll}
 * and its {@code @AfterAll} get none. Nested classes use the mock of the class around them, unless they are annotated
 * on their own.
 *
 * <p>A {@code @ParameterizedTest} whose arguments are themselves of one of these types cannot have a parameter of that
 * type, since JUnit finds two to ask for it. Let such arguments be text, {@code URI.create(text)}, and take the mock
 * for {@link io.handlekit.mock.MockOpenprovider#baseUri}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MockExtension.class)
public @interface HandlekitMock {
    /** Whether the documentation's customer {@code XX123456-XX} is there at the start of each test. */
    boolean documentationCustomer() default false;

    /**
     * How the mock behaves, in the words of its command line: {@code "token=issued"}. A class with a switch that there
     * is not fails with an {@link IllegalArgumentException}.
     */
    String[] switches() default {};
}
