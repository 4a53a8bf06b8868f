package io.handlekit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.spring.internal.properties.InvalidPropertiesException;
import io.handlekit.spring.testing.Starter;
import io.handlekit.spring.testing.StubService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Tests of what an application says that does not start because of its properties. */
class InvalidPropertiesTest {
    private static final ApplicationContextRunner COMPLETE = Starter.application(StubService.silent());

    @Test
    void everything_that_is_missing_or_invalid_is_reported_at_once_and_no_value_is_shown() {
        String report = report(Starter.application()
                .withPropertyValues(
                        "openprovider.base-url=https://reseller:s3cret@example.com/v1",
                        "openprovider.username=reseller",
                        "openprovider.read-retries=99"));

        assertThat(report)
                .contains("openprovider.base-url must be live, sandbox, ")
                .contains("openprovider.token, or openprovider.username and openprovider.password, are required")
                .contains("openprovider.read-retries must be a number from 0 to 10")
                .doesNotContain("reseller", "s3cret", "99");
    }

    @Test
    void a_password_over_plain_http_is_refused_with_the_property_that_allows_it() {
        ApplicationContextRunner plain = Starter.application()
                .withPropertyValues(
                        "openprovider.base-url=http://mock.example:8080/v1",
                        "openprovider.username=reseller",
                        "openprovider.password=s3cret",
                        "openprovider.transport=jdk");

        assertThat(report(plain))
                .contains("set openprovider.allow-plain-http=true")
                .doesNotContain("s3cret");
        plain.withPropertyValues("openprovider.allow-plain-http=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "openprovider.pasword, openprovider.password",
        "openprovider.base-ulr, openprovider.base-url",
        "openprovider.readretry, openprovider.read-retries",
        "openprovider.create-once.settel-time, openprovider.create-once.settle-time",
        "openprovider.health.intervall, openprovider.health.interval",
    })
    void a_misspelt_property_is_reported_with_the_nearest_name_and_without_its_value(String wrong, String right) {
        assertThat(report(COMPLETE.withPropertyValues(wrong + "=s3cret")))
                .contains("Unknown property openprovider.")
                .contains("The nearest one is " + right + ".")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openprovider.readRetries", "openprovider.read_retries", "openprovider.READ-RETRIES"})
    void other_spellings_that_boot_accepts_are_accepted(String name) {
        COMPLETE.withPropertyValues(name + "=5").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(OpenproviderProperties.class).readRetries())
                    .isEqualTo(5);
        });
    }

    @ParameterizedTest
    @CsvSource({"OPENPROVIDER_READ_RETRYS, read-retries", "OPENPROVIDER_DEADLNE, deadline"})
    void a_misspelt_variable_is_reported_with_the_nearest_name(String wrong, String right) {
        assertThat(report(withVariable(wrong, "s3cret")))
                .contains("The nearest one is openprovider." + right + ".")
                .contains(wrong)
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENPROVIDER_READ_RETRIES, 3",
        "OPENPROVIDER_READRETRIES, 3",
        "OPENPROVIDER_SERVICE_HOST, 10.0.0.1",
        "OPENPROVIDER_PORT, tcp://10.0.0.1:80",
        "OPENPROVIDER_PORT_80_TCP_ADDR, 10.0.0.1",
        "OPENPROVIDER_RESELLER_OF_ANOTHER_PROGRAM, 7",
    })
    void known_variables_and_those_of_other_programs_are_accepted(String name, String value) {
        withVariable(name, value).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "openprovider.create-once.marker, no reference",
        "openprovider.create-once.settle-time, 0s",
        "openprovider.health.interval, 1s",
    })
    void a_setting_that_its_user_refuses_is_reported_by_its_name(String name, String value) {
        assertThat(report(COMPLETE.withPropertyValues("openprovider.health.enabled=true", name + "=" + value)))
                .contains(name + " is invalid: ");
    }

    private static ApplicationContextRunner withVariable(String name, String value) {
        return COMPLETE.withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(name, value))));
    }

    /** Returns what Boot prints when the application does not start. */
    private static String report(ApplicationContextRunner application) {
        StringBuilder report = new StringBuilder();
        application.run(context -> {
            assertThat(context).hasFailed();
            Throwable failure = context.getStartupFailure();
            assertThat(failure)
                    .isInstanceOf(BeanCreationException.class)
                    .hasRootCauseInstanceOf(InvalidPropertiesException.class);
            FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
                    .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}))
                    .stream()
                    .filter(analyzer -> analyzer.getClass().getName().startsWith("io.handlekit."))
                    .map(analyzer -> analyzer.analyze(failure))
                    .findFirst()
                    .orElseThrow();
            report.append(analysis.getDescription()).append(failure.getMessage());
        });
        return report.toString();
    }
}
