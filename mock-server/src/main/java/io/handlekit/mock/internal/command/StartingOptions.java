package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultProfile;
import io.handlekit.mock.internal.engine.InvalidSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about what is there from the start. */
@Command(optionListHeading = "%nWhat it starts with:%n")
final class StartingOptions {
    private static final String NO_FAULTS = "none";
    private static final String SEED_FILE = "--seed-file";

    @Option(
            names = "--empty",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "start without the documentation's customer XX123456-XX")
    private String empty = "";

    @Option(
            names = SEED_FILE,
            paramLabel = "FILE",
            description = "customers to start with: a JSON array of what a create is sent, each with a \"handle\" if it"
                    + " is to have that one")
    private Optional<String> seedFile = Optional.empty();

    @Option(
            names = "--faults",
            defaultValue = "none",
            paramLabel = "none|flaky|slow|maintenance|blacklisted",
            description =
                    "break calls on purpose, until the mock is reset: flaky breaks some, slow delays all, maintenance"
                            + " and blacklisted refuse all")
    private String faults = NO_FAULTS;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "which calls the faults break: with the same number the same ones; nothing else is by chance")
    private String seed = "";

    /**
     * The same with the customers asked for.
     *
     * @throws InvalidOption if their file cannot be read, or is not such an array
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions started = options.documentationCustomer(!InvalidOption.flag("--empty", empty));
        return seedFile.map(name -> seeded(started, name)).orElse(started);
    }

    private MockOptions seeded(MockOptions options, String name) {
        try {
            return options.customers(Files.readString(InvalidOption.file(SEED_FILE, name)));
        } catch (IOException unreadable) {
            throw new InvalidOption(SEED_FILE, name + ": cannot be read", unreadable);
        } catch (InvalidSeed fault) {
            throw inSeedFile(fault);
        }
    }

    /**
     * The faults asked for.
     *
     * @throws InvalidOption if there are none of that name
     */
    List<Fault> faults() {
        long number = InvalidOption.of("--seed", () -> number(seed));
        return faults.equals(NO_FAULTS)
                ? List.of()
                : InvalidOption.of("--faults", this::profile).faults(number);
    }

    private static long number(String seed) {
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("a seed is a whole number", notWhole);
        }
    }

    private FaultProfile profile() {
        return Stream.of(FaultProfile.values())
                .filter(profile -> profile.word().equals(faults))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("faults is " + NO_FAULTS + " or "
                        + Stream.of(FaultProfile.values())
                                .map(FaultProfile::word)
                                .collect(Collectors.joining(" or "))));
    }

    /** What is said of them, if there are any. */
    Optional<String> told() {
        return faults.equals(NO_FAULTS)
                ? Optional.empty()
                : Optional.of("Breaking calls: " + faults + ", seed " + seed);
    }

    /** What is wrong with a customer, and in which file. */
    InvalidOption inSeedFile(RuntimeException fault) {
        return new InvalidOption(SEED_FILE, seedFile.orElse("") + ": " + fault.getMessage(), fault);
    }
}
