package io.handlekit.mock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about the mock as a tool. */
@Command(optionListHeading = "%nHow it is watched and controlled:%n")
final class ControlOptions {
    @Option(
            names = "--control-token",
            defaultValue = "${env:HANDLEKIT_MOCK_CONTROL_TOKEN:-}",
            paramLabel = "TOKEN",
            description = "what the control API asks for, from everybody; without one it answers this machine alone")
    private String token = "";

    @Option(
            names = "--cors",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${env:HANDLEKIT_MOCK_CORS:-false}",
            paramLabel = "true|false",
            description = "let browsers call the mock from pages of any other origin, its control API included")
    private boolean cors;

    @Option(
            names = "--journal",
            defaultValue = "${env:HANDLEKIT_MOCK_JOURNAL:-on}",
            paramLabel = "on|off",
            description = "whether exchanges are kept: the latest 10,000, in 64 MiB at most")
    private String journal = "on";

    /**
     * The same as these say.
     *
     * @throws IllegalArgumentException if they cannot be followed
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions set = options.cors(cors).journal(isOn());
        return token.isEmpty() ? set : set.controlToken(token);
    }

    private boolean isOn() {
        return switch (journal) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("journal is on or off");
        };
    }
}
