package io.handlekit.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options about the address. */
@Command(optionListHeading = "%nWhere it listens:%n")
final class ListeningOptions {
    @Option(
            names = "--port",
            defaultValue = "${env:HANDLEKIT_MOCK_PORT:-0}",
            paramLabel = "N",
            description = "the port to listen on; 0, the default, takes any free one")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "${env:HANDLEKIT_MOCK_HOST:-127.0.0.1}",
            paramLabel = "HOST",
            description = "the interface to listen on; the default, 127.0.0.1, lets nobody else in")
    private String host = "";

    @Option(
            names = "--tls",
            defaultValue = "${env:HANDLEKIT_MOCK_TLS:-}",
            paramLabel = "FILE",
            description = "listen for HTTPS, with the key and certificate of this PKCS12 key store")
    private String keyStore = "";

    @Option(
            names = "--tls-password-file",
            defaultValue = "${env:HANDLEKIT_MOCK_TLS_PASSWORD_FILE:-}",
            paramLabel = "FILE",
            description = "where the key store's password stands; or set HANDLEKIT_MOCK_TLS_PASSWORD to the password")
    private String passwordFile = "";

    /**
     * An option that is not told of, since other users see what is on a command line: the variable is what it is for.
     */
    @Option(names = "--tls-password", defaultValue = "${env:HANDLEKIT_MOCK_TLS_PASSWORD:-}", hidden = true)
    private String password = "";

    String address() {
        return host + ":" + port;
    }

    /**
     * The same, listening where these say.
     *
     * @throws IllegalArgumentException if they cannot be followed
     */
    MockOptions applyTo(MockOptions options) {
        MockOptions placed = options.host(host).port(port);
        return keyStore.isEmpty()
                ? placed
                : placed.tls(KeyStores.open(Path.of(keyStore), password().toCharArray()));
    }

    private String password() {
        if (passwordFile.isEmpty()) {
            return password;
        }
        try {
            return Files.readString(Path.of(passwordFile)).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--tls-password-file " + passwordFile + ": cannot be read", unreadable);
        }
    }
}
