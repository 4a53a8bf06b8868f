package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that watch and control the mock. */
@Command(optionListHeading = "%nControl:%n")
final class ControlOptions {
    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "Bearer token that the control API requires; without one it answers only this machine.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--cors",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "Let web pages of any origin call the mock and its control API.")
    private String cors = "";

    @Option(
            names = "--allowed-hosts",
            paramLabel = "NAME,NAME",
            description =
                    "Host names, beside localhost, addresses and names without a dot, under which clients may call"
                            + " the mock: mock.example.com, *.example.com, or * for any.")
    private Optional<String> allowedHosts = Optional.empty();

    @Option(
            names = "--journal",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "Keep the latest 10,000 exchanges, in at most 64 MiB.")
    private String journal = "on";

    @Option(
            names = "--inspector",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "Show browsers a page at /_handlekit/ with journal, customers, faults and switches.")
    private String inspector = "on";

    /**
     * Returns the options with these set.
     *
     * @throws InvalidOption if a value is invalid
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions set = options.allowedHosts(
                        allowedHosts.map(names -> List.of(names.split(","))).orElse(List.of()))
                .cors(InvalidOption.flag("--cors", cors))
                .journal(InvalidOption.of("--journal", () -> isOn("journal", journal)))
                .inspector(InvalidOption.of("--inspector", () -> isOn("inspector", inspector)));
        return token.map(word -> InvalidOption.of("--control-token", () -> set.controlToken(word)))
                .orElse(set);
    }

    private static boolean isOn(String name, String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(name + " must be on or off");
        };
    }
}
