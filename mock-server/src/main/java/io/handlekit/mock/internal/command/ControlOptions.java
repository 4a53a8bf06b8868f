package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about the mock as a tool. */
@Command(optionListHeading = "%nHow it is watched and controlled:%n")
final class ControlOptions {
    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "what the control API asks for, from everybody; without one it answers this machine alone")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--cors",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "let browsers call the mock from pages of any other origin, its control API included")
    private String cors = "";

    @Option(
            names = "--journal",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "whether exchanges are kept: the latest 10,000, in 64 MiB at most")
    private String journal = "on";

    /**
     * The same as these say.
     *
     * @throws InvalidOption if they cannot be followed
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions set =
                options.cors(InvalidOption.flag("--cors", cors)).journal(InvalidOption.of("--journal", this::isOn));
        return token.map(word -> InvalidOption.of("--control-token", () -> set.controlToken(word)))
                .orElse(set);
    }

    private boolean isOn() {
        return switch (journal) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("journal is on or off");
        };
    }
}
