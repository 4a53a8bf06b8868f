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

/** The options about customers and faults at the start. */
@Command(optionListHeading = "%nStart:%n")
final class StartingOptions {
    private static final String NO_FAULTS = "none";
    private static final String SEED_FILE = "--seed-file";
    private static final String FAULT_SEED = "--fault-seed";
    private static final String FORMER_FAULT_SEED = "--seed";

    @Option(
            names = "--empty",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "Start without the customer XX123456-XX of the vendor's documentation.")
    private String empty = "";

    @Option(
            names = SEED_FILE,
            paramLabel = "FILE",
            description =
                    "Customers to start with: a JSON array of create requests, each with an optional \"handle\"; or"
                            + " replies of the service.")
    private Optional<String> seedFile = Optional.empty();

    @Option(
            names = "--faults",
            defaultValue = "none",
            paramLabel = "none|flaky|slow|maintenance|blacklisted",
            description = "Break calls, also after a reset: flaky breaks some, slow delays all, maintenance and"
                    + " blacklisted refuse all.")
    private String faults = NO_FAULTS;

    @Option(
            names = FAULT_SEED,
            defaultValue = "0",
            paramLabel = "N",
            description = "Random seed for --faults; the same seed breaks the same calls.")
    private String faultSeed = "";

    /** The former name of {@code --fault-seed}. It wins where both are set, because only a caller who knows it sets it. */
    @Option(names = FORMER_FAULT_SEED, hidden = true, paramLabel = "N")
    private Optional<String> formerFaultSeed = Optional.empty();

    /**
     * Returns the options with the customers to start with.
     *
     * @throws InvalidOption if the seed file cannot be read, or has no customers as a seed has them
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions started = options.documentationCustomer(!InvalidOption.flag("--empty", empty));
        return seedFile.map(name -> seeded(started, name)).orElse(started);
    }

    private MockOptions seeded(MockOptions options, String name) {
        try {
            return options.customers(Files.readAllBytes(InvalidOption.file(SEED_FILE, name)));
        } catch (IOException unreadable) {
            throw new InvalidOption(SEED_FILE, name + ": cannot be read", unreadable);
        } catch (InvalidSeed fault) {
            throw inSeedFile(fault);
        }
    }

    /**
     * Returns the faults of the chosen profile, or none.
     *
     * @throws InvalidOption if the profile is unknown, or the seed is not a whole number
     */
    List<Fault> faults() {
        long number = formerFaultSeed
                .map(seed -> InvalidOption.of(FORMER_FAULT_SEED, () -> number(seed)))
                .orElseGet(() -> InvalidOption.of(FAULT_SEED, () -> number(faultSeed)));
        return faults.equals(NO_FAULTS)
                ? List.of()
                : InvalidOption.of("--faults", this::profile).faults(number);
    }

    private static long number(String seed) {
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("the seed must be a whole number", notWhole);
        }
    }

    private FaultProfile profile() {
        return Stream.of(FaultProfile.values())
                .filter(profile -> profile.word().equals(faults))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("faults must be " + NO_FAULTS + " or "
                        + Stream.of(FaultProfile.values())
                                .map(FaultProfile::word)
                                .collect(Collectors.joining(" or "))));
    }

    /** Returns the banner's line about the faults, if there are any. */
    Optional<String> told() {
        return faults.equals(NO_FAULTS)
                ? Optional.empty()
                : Optional.of("Breaking calls: " + faults + ", seed " + formerFaultSeed.orElse(faultSeed));
    }

    /** Adds the name of the seed file to an error in it. */
    InvalidOption inSeedFile(RuntimeException fault) {
        return new InvalidOption(SEED_FILE, seedFile.orElse("") + ": " + fault.getMessage(), fault);
    }
}
