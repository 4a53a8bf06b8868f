package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultProfile;
import io.handlekit.mock.internal.engine.InvalidSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about customers and faults at the start. */
@Command(optionListHeading = "%nStart:%n")
final class StartingOptions {
    /** No faults, or those of the {@link FaultProfile} of this name. */
    enum Faults {
        NONE,
        FLAKY,
        SLOW,
        MAINTENANCE,
        BLACKLISTED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SEED_FILE = "--seed-file";

    @Option(
            names = "--empty",
            arity = "0..1",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "Start without the customer XX123456-XX of the vendor's documentation.")
    private boolean empty;

    @Option(
            names = SEED_FILE,
            paramLabel = "FILE",
            description =
                    "Customers to start with: an array of create requests, each with an optional handle; or replies"
                            + " of the service.")
    private Optional<Path> seedFile = Optional.empty();

    @Option(
            names = "--faults",
            defaultValue = "none",
            paramLabel = "none|flaky|slow|maintenance|blacklisted",
            description = "Break calls, also after a reset: flaky breaks some, slow delays all, maintenance and"
                    + " blacklisted refuse all.")
    private Faults faults = Faults.NONE;

    @Option(
            names = "--fault-seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Random seed for --faults: which calls it breaks.")
    private long faultSeed;

    /** The former name of {@code --fault-seed}. It wins where both are set, because only a caller who knows it sets it. */
    @Option(names = "--seed", hidden = true, paramLabel = "N")
    private Optional<Long> formerFaultSeed = Optional.empty();

    /**
     * Returns the options with the customers to start with.
     *
     * @throws InvalidOption if the seed file cannot be read, or has no customers as a seed has them
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions started = options.documentationCustomer(!empty);
        return seedFile.map(file -> seeded(started, file)).orElse(started);
    }

    private MockOptions seeded(MockOptions options, Path file) {
        try {
            return options.customers(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new InvalidOption(SEED_FILE, file + ": cannot be read", unreadable);
        } catch (InvalidSeed fault) {
            throw inSeedFile(fault);
        }
    }

    /** Returns the faults of the chosen profile, or none. */
    List<Fault> faults() {
        return faults == Faults.NONE
                ? List.of()
                : FaultProfile.valueOf(faults.name()).faults(seed());
    }

    private long seed() {
        return formerFaultSeed.orElse(faultSeed);
    }

    /** Returns the banner's line about the faults, if there are any. */
    Optional<String> told() {
        return faults == Faults.NONE ? Optional.empty() : Optional.of("Breaking calls: " + faults + ", seed " + seed());
    }

    /** Adds the name of the seed file to an error in it. */
    InvalidOption inSeedFile(RuntimeException fault) {
        return new InvalidOption(SEED_FILE, seedFile.map(Path::toString).orElse("") + ": " + fault.getMessage(), fault);
    }
}
