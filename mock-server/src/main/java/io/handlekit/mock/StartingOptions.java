package io.handlekit.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Option(
            names = "--empty",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${env:HANDLEKIT_MOCK_EMPTY:-false}",
            paramLabel = "true|false",
            description = "start without the documentation's customer XX123456-XX")
    private boolean empty;

    @Option(
            names = "--seed-file",
            defaultValue = "${env:HANDLEKIT_MOCK_SEED_FILE:-}",
            paramLabel = "FILE",
            description = "customers to start with: a JSON array of what a create is sent, each with a \"handle\" if it"
                    + " is to have that one")
    private String seedFile = "";

    @Option(
            names = "--faults",
            defaultValue = "${env:HANDLEKIT_MOCK_FAULTS:-none}",
            paramLabel = "none|flaky|slow|maintenance|blacklisted",
            description =
                    "break calls on purpose, until the mock is reset: flaky breaks some, slow delays all, maintenance"
                            + " and blacklisted refuse all")
    private String faults = NO_FAULTS;

    @Option(
            names = "--seed",
            defaultValue = "${env:HANDLEKIT_MOCK_SEED:-0}",
            paramLabel = "N",
            description = "which calls the faults break: with the same number the same ones; nothing else is by chance")
    private long seed;

    /**
     * The same with the customers asked for.
     *
     * @throws IllegalArgumentException if their file cannot be read, or is not such an array
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions started = options.documentationCustomer(!empty);
        if (seedFile.isEmpty()) {
            return started;
        }
        try {
            return started.customers(Files.readString(Path.of(seedFile)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--seed-file " + seedFile + ": cannot be read", unreadable);
        } catch (SeedFault fault) {
            throw inSeedFile(fault);
        }
    }

    /**
     * The faults asked for.
     *
     * @throws IllegalArgumentException if there are none of that name
     */
    List<Fault> faults() {
        return faults.equals(NO_FAULTS) ? List.of() : profile().faults(seed);
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
    IllegalArgumentException inSeedFile(RuntimeException fault) {
        return new IllegalArgumentException("--seed-file " + seedFile + ": " + fault.getMessage(), fault);
    }
}
