package io.handlekit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.spring.testing.Starter;
import io.handlekit.spring.testing.StubService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

/** Tests that no secret of the properties is shown. */
class SecretsTest {
    private static final String[] SECRETS = {"r3seller", "s3cret", "t0ken"};

    /** An application that shows the values of all properties. */
    private static final ApplicationContextRunner OPEN = Starter.application(StubService.silent())
            .withConfiguration(AutoConfigurations.of(
                    ConfigurationPropertiesReportEndpointAutoConfiguration.class,
                    EnvironmentEndpointAutoConfiguration.class))
            .withPropertyValues(
                    "openprovider.username=r3seller",
                    "openprovider.password=s3cret",
                    "openprovider.token=t0ken",
                    "management.endpoints.web.exposure.include=*",
                    "management.endpoints.jmx.exposure.include=*",
                    "management.endpoint.configprops.show-values=always",
                    "management.endpoint.env.show-values=always");

    @Test
    void the_text_of_the_properties_has_no_secret() {
        OPEN.run(context -> assertThat(
                        context.getBean(OpenproviderProperties.class).toString())
                .contains("password")
                .doesNotContain(SECRETS));
    }

    @Test
    void the_endpoint_configprops_masks_the_secrets_and_shows_the_rest() {
        OPEN.run(context -> {
            String shown = JsonMapper.shared()
                    .writeValueAsString(context.getBean(ConfigurationPropertiesReportEndpoint.class)
                            .configurationPropertiesWithPrefix("openprovider"));

            assertThat(shown).contains("http://127.0.0.1:8080/v1", "******").doesNotContain(SECRETS);
        });
    }

    @Test
    void the_endpoint_env_masks_the_secrets() {
        OPEN.run(context -> {
            EnvironmentEndpoint endpoint = context.getBean(EnvironmentEndpoint.class);

            for (String name : new String[] {"username", "password", "token"}) {
                assertThat(endpoint.environmentEntry("openprovider." + name)
                                .getProperty()
                                .getValue())
                        .isEqualTo("******");
            }
            assertThat(endpoint.environmentEntry("openprovider.base-url")
                            .getProperty()
                            .getValue())
                    .isEqualTo("http://127.0.0.1:8080/v1");
        });
    }
}
