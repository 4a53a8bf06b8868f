package io.handlekit.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about what is there from the start. */
@Command(optionListHeading = "%nWhat it starts with:%n")
final class StartingOptions {
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
            throw told(fault);
        }
    }

    /** The same, and in which file. */
    IllegalArgumentException told(SeedFault fault) {
        return new IllegalArgumentException("--seed-file " + seedFile + ": " + fault.getMessage(), fault);
    }
}
