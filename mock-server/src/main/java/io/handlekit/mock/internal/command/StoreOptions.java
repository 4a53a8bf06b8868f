package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about where customers are kept. */
@Command(optionListHeading = "%nStore:%n")
final class StoreOptions {
    static final String STORE = "--store";

    private static final String PASSWORD_FILE = "--store-password-file";

    @Option(
            names = STORE,
            defaultValue = "memory",
            paramLabel = "memory|file:DIR|jdbc:postgresql://HOST/DATABASE",
            description = "Where to keep customers, tags, verifications and tokens: in memory; in a directory; or in a"
                    + " PostgreSQL database, which several mocks may share.")
    private String store = "";

    @Option(
            names = PASSWORD_FILE,
            paramLabel = "FILE",
            description =
                    "File with the password of the database; or set HANDLEKIT_MOCK_STORE_PASSWORD to the password.")
    private Optional<String> passwordFile = Optional.empty();

    /**
     * Hidden, because other users of the machine can see a command line. It exists for its variable,
     * HANDLEKIT_MOCK_STORE_PASSWORD.
     */
    @Option(names = "--store-password", hidden = true)
    private Optional<String> password = Optional.empty();

    /**
     * Returns the options with the store.
     *
     * @throws InvalidOption if a value is invalid
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions placed = InvalidOption.of(STORE, () -> options.store(store));
        return passwordFile
                .map(StoreOptions::read)
                .or(() -> password)
                .map(placed::storePassword)
                .orElse(placed);
    }

    private static String read(String name) {
        try {
            return Files.readString(InvalidOption.file(PASSWORD_FILE, name)).strip();
        } catch (IOException unreadable) {
            throw new InvalidOption(PASSWORD_FILE, name + ": cannot be read", unreadable);
        }
    }
}
