package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that watch and control the mock. */
@Command(optionListHeading = "%nControl:%n")
final class ControlOptions {
    enum OnOff {
        ON,
        OFF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "Bearer token that the control API requires; without one it answers only this machine.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--cors",
            arity = "0..1",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "Let web pages of any origin call the mock and its control API.")
    private boolean cors;

    @Option(
            names = "--allowed-hosts",
            paramLabel = "NAME,NAME",
            description =
                    "Further host names under which clients may call the mock: mock.example.com, *.example.com, or *"
                            + " for any.")
    private Optional<String> allowedHosts = Optional.empty();

    @Option(
            names = "--journal",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "Keep the latest 10,000 exchanges, up to 64 MiB.")
    private OnOff journal = OnOff.ON;

    @Option(
            names = "--inspector",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "Show browsers a page at /_handlekit/ with journal, customers, faults and switches.")
    private OnOff inspector = OnOff.ON;

    /**
     * Returns the options with these set.
     *
     * @throws InvalidOption if a value is invalid
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions set = options.allowedHosts(
                        allowedHosts.map(names -> List.of(names.split(","))).orElse(List.of()))
                .cors(cors)
                .journal(journal == OnOff.ON)
                .inspector(inspector == OnOff.ON);
        return token.map(word -> InvalidOption.of("--control-token", () -> set.controlToken(word)))
                .orElse(set);
    }
}
