package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.MockOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the command line says of the control API. */
class ControlOptionsTest {
    private static MockOptions read(String... arguments) {
        return CommandLine.populateCommand(new ControlOptions(), arguments).applyTo(MockOptions.defaults());
    }

    @Test
    void without_options_there_is_no_token_no_cors_and_a_journal() {
        assertThat(read().controlToken()).isEmpty();
        assertThat(read().cors()).isFalse();
        assertThat(read().journal()).isTrue();
    }

    @Test
    void each_option_does_what_it_says() {
        assertThat(read("--control-token", "s3cret").controlToken()).contains("s3cret");
        assertThat(read("--cors").cors()).isTrue();
        assertThat(read("--cors=false").cors()).isFalse();
        assertThat(read("--journal=off").journal()).isFalse();
        assertThat(read("--journal", "on").journal()).isTrue();
    }

    @Test
    void what_cannot_be_followed_is_told_without_the_token() {
        assertThatThrownBy(() -> read("--journal", "maybe")).hasMessage("journal is on or off");
        for (String bad : List.of("two s3cret", "")) {
            assertThatThrownBy(() -> read("--control-token", bad))
                    .hasMessage("a control token is one word of printable ASCII");
        }
    }
}
