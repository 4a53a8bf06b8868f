package io.handlekit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.behaviour.Behaviour;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Tests of the annotation on a test class that Spring runs. */
@HandlekitMock(documentationCustomer = true)
@SpringJUnitConfig(SpringTestsTest.Application.class)
@TestPropertySource(properties = "openprovider.password=of the application")
class SpringTestsTest {
    /** The mock of the last context that a test made dirty. */
    private static @Nullable MockOpenprovider earlier;

    @Configuration(proxyBeanMethods = false)
    static class Application {}

    @Autowired
    private MockOpenprovider bean;

    @Value("${openprovider.base-url}")
    private URI baseUrl;

    @Test
    void the_parameter_the_bean_and_the_property_are_one_mock(MockOpenprovider mock, URI baseUri) {
        assertThat(mock).isSameAs(bean);
        assertThat(baseUri).isEqualTo(mock.baseUri()).isEqualTo(baseUrl);
    }

    @Test
    void credentials_of_the_application_count_and_missing_ones_are_there(
            @Value("${openprovider.username}") String username, @Value("${openprovider.password}") String password) {
        assertThat(username).isEqualTo("mock");
        assertThat(password).isEqualTo("of the application");
    }

    @RepeatedTest(2)
    void the_mock_is_reset_before_each_test(MockOpenprovider mock) {
        assertThat(mock.behaviour()).isEqualTo(Behaviour.defaults());
        mock.behaviour(Behaviour.defaults().with("token", "issued"));
    }

    @RepeatedTest(2)
    @DirtiesContext
    void a_new_context_has_a_new_mock(MockOpenprovider mock) {
        assertThat(mock).isSameAs(bean).isNotSameAs(earlier);
        earlier = mock;
    }

    @Nested
    class InAClassWithin {
        @Test
        void the_mock_is_that_of_the_context(MockOpenprovider mock) {
            assertThat(mock).isSameAs(bean);
            assertThat(mock.size()).isEqualTo(1);
        }
    }
}
