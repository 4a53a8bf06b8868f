package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the command line says of the control API. */
class ControlOptionsTest {
    private static Control read(String... arguments) {
        return CommandLine.populateCommand(new ControlOptions(), arguments)
                .applyTo(MockOptions.defaults())
                .control();
    }

    @Test
    void without_options_there_is_no_token_no_cors_and_a_journal() {
        assertThat(read()).isEqualTo(Control.DEFAULTS);
    }

    @Test
    void each_option_does_what_it_says() {
        assertThat(read("--control-token", "s3cret").token()).contains("s3cret");
        assertThat(read("--cors").cors()).isTrue();
        assertThat(read("--cors=false").cors()).isFalse();
        assertThat(read("--journal=off").journal()).isFalse();
        assertThat(read("--journal", "on").journal()).isTrue();
    }

    @Test
    void what_cannot_be_followed_is_told_without_the_token() {
        assertThatThrownBy(() -> read("--journal", "maybe")).hasMessage("journal is on or off");
        assertThatThrownBy(() -> read("--control-token", "two s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void each_option_is_a_variable_of_the_environment_too() {
        for (Field field : ControlOptions.class.getDeclaredFields()) {
            Option option = field.getAnnotation(Option.class);
            String name =
                    option.names()[0].substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(option.defaultValue()).startsWith("${env:HANDLEKIT_MOCK_" + name + ":-");
        }
    }
}
