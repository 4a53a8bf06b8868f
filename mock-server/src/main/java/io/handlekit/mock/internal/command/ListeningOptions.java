package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.server.Listening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about the address that the mock listens on. */
@Command(optionListHeading = "%nAddress:%n")
final class ListeningOptions {
    private static final String PASSWORD_FILE = "--tls-password-file";

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "N",
            description = "Port to listen on; 0, the default, is any free one.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "Host to listen on; the default, 127.0.0.1, is reachable only from this machine.")
    private String host = "";

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "Listen for HTTPS with the key and certificate of this PKCS12 key store.")
    private Optional<Path> keyStore = Optional.empty();

    @Option(
            names = PASSWORD_FILE,
            paramLabel = "FILE",
            description = "File with the key store's password; or set HANDLEKIT_MOCK_TLS_PASSWORD to the password.")
    private Optional<Path> passwordFile = Optional.empty();

    /**
     * Hidden, because other users of the machine can see a command line. It exists for its variable,
     * HANDLEKIT_MOCK_TLS_PASSWORD.
     */
    @Option(names = "--tls-password", hidden = true)
    private String password = "";

    String host() {
        return host;
    }

    String address() {
        return host + ":" + port;
    }

    /**
     * Returns the options with host, port and TLS set.
     *
     * @throws InvalidOption if a value is invalid
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions hosted = InvalidOption.of("--host", () -> hosted(options));
        MockOptions placed = InvalidOption.of("--port", () -> hosted.port(port));
        return keyStore.map(file -> placed.tls(context(file))).orElse(placed);
    }

    /** Refuses a host that can be bound but not written in a URL, such as {@code [::1]} in brackets. */
    private MockOptions hosted(MockOptions options) {
        MockOptions hosted = options.host(host);
        Listening.DEFAULTS.host(host).uri(0, "");
        return hosted;
    }

    private SSLContext context(Path file) {
        String secret = passwordFile.map(ListeningOptions::read).orElse(password);
        return InvalidOption.of("--tls", () -> opened(file, secret));
    }

    private static SSLContext opened(Path file, String secret) {
        try {
            return KeyStores.open(file, secret.toCharArray());
        } catch (IllegalArgumentException unreadable) {
            if (secret.isEmpty() && Files.exists(file)) {
                throw new IllegalArgumentException(
                        file + ": the password is missing: set HANDLEKIT_MOCK_TLS_PASSWORD to it, or " + PASSWORD_FILE
                                + " to a file that holds it",
                        unreadable);
            }
            throw unreadable;
        }
    }

    private static String read(Path passwordFile) {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException unreadable) {
            throw new InvalidOption(PASSWORD_FILE, passwordFile + ": cannot be read", unreadable);
        }
    }
}
