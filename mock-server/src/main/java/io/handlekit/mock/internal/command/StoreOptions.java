package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.snapshot.InvalidSnapshot;
import io.handlekit.mock.internal.store.StoreUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about where customers are kept. */
@Command(optionListHeading = "%nStore:%n")
final class StoreOptions {
    static final String STORE = "--store";

    private static final String SNAPSHOT = "--snapshot";
    private static final String LOAD = "--load";
    private static final String PASSWORD_FILE = "--store-password-file";

    @Option(
            names = STORE,
            defaultValue = "memory",
            paramLabel = "memory|file:DIR|jdbc:postgresql://HOST/DATABASE",
            description = "Where to keep the state; several mocks may share a PostgreSQL database.")
    private String store = "";

    @Option(
            names = PASSWORD_FILE,
            paramLabel = "FILE",
            description = "File with its password; or set HANDLEKIT_MOCK_STORE_PASSWORD to the password.")
    private Optional<Path> passwordFile = Optional.empty();

    /**
     * Hidden, because other users of the machine can see a command line. It exists for its variable,
     * HANDLEKIT_MOCK_STORE_PASSWORD.
     */
    @Option(names = "--store-password", hidden = true)
    private Optional<String> password = Optional.empty();

    @Option(
            names = SNAPSHOT,
            paramLabel = "FILE",
            description = "File to save the state to when the mock stops, and at POST /_handlekit/snapshot/save.")
    private Optional<Path> snapshot = Optional.empty();

    @Option(names = LOAD, paramLabel = "FILE", description = "Saved state to start with, in a store that is new.")
    private Optional<Path> load = Optional.empty();

    /**
     * Returns the options with the store.
     *
     * @throws InvalidOption if a value is invalid
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions stored = InvalidOption.of(STORE, () -> options.store(store));
        MockOptions loaded = load.map(stored::load).orElse(stored);
        MockOptions placed = snapshot.map(loaded::snapshot).orElse(loaded);
        return passwordFile
                .map(StoreOptions::read)
                .or(() -> password)
                .map(placed::storePassword)
                .orElse(placed);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new InvalidOption(PASSWORD_FILE, file + ": cannot be read", unreadable);
        }
    }

    /** Returns the complaint about the file that the mock was to start with. */
    InvalidOption inLoadFile(InvalidSnapshot invalid) {
        return new InvalidOption(LOAD, load.map(Path::toString).orElse("") + ": " + invalid.getMessage(), invalid);
    }

    /**
     * Checks that the state can be saved when the mock stops.
     *
     * @throws InvalidOption if the file cannot be written
     */
    void prepare() {
        snapshot.map(Path::toAbsolutePath).ifPresent(file -> {
            if (Files.isDirectory(file) || !Files.isWritable(file.resolveSibling("."))) {
                throw new InvalidOption(SNAPSHOT, file + ": cannot be written");
            }
        });
    }

    /** Closes a mock, which saves its state if that is asked for. */
    void close(MockOpenprovider mock, PrintWriter err) {
        try {
            mock.close();
        } catch (UncheckedIOException | StoreUnavailable failed) {
            err.println(SNAPSHOT + ": " + snapshot.map(Path::toString).orElse("") + ": the state could not be saved");
            err.flush();
        }
    }
}
