package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.MockOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line options of the control API. */
class ControlOptionsTest {
    private static MockOptions read(String... arguments) {
        ControlOptions options = new ControlOptions();
        OptionTypes.register(new CommandLine(options)).parseArgs(arguments);
        return options.applyTo(MockOptions.defaults());
    }

    @Test
    void the_default_is_no_token_no_cors_and_a_journal_and_the_inspector() {
        assertThat(read().controlToken()).isEmpty();
        assertThat(read().cors()).isFalse();
        assertThat(read().journal()).isTrue();
        assertThat(read().inspector()).isTrue();
    }

    @Test
    void each_option_sets_its_value() {
        assertThat(read("--control-token", "s3cret").controlToken()).contains("s3cret");
        assertThat(read("--cors").cors()).isTrue();
        assertThat(read("--cors=false").cors()).isFalse();
        assertThat(read("--journal=off").journal()).isFalse();
        assertThat(read("--journal", "on").journal()).isTrue();
        assertThat(read("--inspector=off").inspector()).isFalse();
        assertThat(read("--inspector", "on").inspector()).isTrue();
    }

    @Test
    void an_invalid_value_is_refused_without_showing_the_token() {
        assertThatThrownBy(() -> read("--journal", "maybe")).hasRootCauseMessage("must be on or off");
        assertThatThrownBy(() -> read("--inspector", "maybe")).hasRootCauseMessage("must be on or off");
        for (String bad : List.of("two s3cret", "")) {
            assertThatThrownBy(() -> read("--control-token", bad))
                    .hasMessage("the control token must be one word of printable ASCII");
        }
    }
}
