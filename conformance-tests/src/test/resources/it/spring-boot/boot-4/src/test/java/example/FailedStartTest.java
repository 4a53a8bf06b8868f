package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests of what the application prints when its configuration is wrong. No call leaves it. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {
    private static final String BASE_URL = "--openprovider.base-url=http://127.0.0.1:1/v1";

    @Test
    void missing_credentials_are_reported(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(Application.class, BASE_URL)).isNotNull();

        assertThat(output).contains("APPLICATION FAILED TO START")
                .contains("openprovider.token, or openprovider.username and openprovider.password, are required");
    }

    @Test
    void a_misspelt_property_is_reported_with_the_nearest_name_and_without_its_value(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        Application.class, BASE_URL, "--openprovider.username=reseller", "--openprovider.pasword=s3cret"))
                .isNotNull();

        assertThat(output).contains("APPLICATION FAILED TO START")
                .contains("Unknown property openprovider.pasword")
                .contains("The nearest one is openprovider.password.")
                .doesNotContain("s3cret");
    }
}
