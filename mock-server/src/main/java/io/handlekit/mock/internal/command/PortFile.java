package io.handlekit.mock.internal.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that holds the mock's port while the mock answers requests. */
final class PortFile {
    static final String OPTION = "--port-file";

    private static final int PATIENCE_MILLIS = 1_000;

    private final Path file;

    private PortFile(Path file) {
        this.file = file;
    }

    /**
     * Returns the port file of this name, which need not exist.
     *
     * @throws InvalidOption if it cannot be written, or if it exists and is not a regular file
     */
    static PortFile at(Path name) {
        Path file = name.toAbsolutePath();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidOption(OPTION, name + ": exists and is not a regular file");
        }
        if (!Files.isWritable(file.resolveSibling("."))) {
            throw new InvalidOption(OPTION, name + ": cannot be written");
        }
        return new PortFile(file);
    }

    /**
     * Deletes the port that a killed mock left, so that it is not mistaken for the new one. If something listens on
     * that port, the mock may still run: the file then stays until {@link #tell} replaces it.
     */
    void sweep(String host) {
        try {
            if (Files.exists(file) && !isInUse(host)) {
                Files.delete(file);
            }
        } catch (IOException stays) {
            throw unwritable(stays);
        }
    }

    private boolean isInUse(String host) {
        try {
            int port = Integer.parseInt(Files.readString(file).strip());
            return isListening(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    || isListening(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException notAPort) {
            return false;
        }
    }

    private static boolean isListening(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException notListening) {
            return false;
        }
    }

    /**
     * Writes the port atomically.
     *
     * @throws InvalidOption if the file cannot be written
     */
    void tell(int port) {
        Path written = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(written, text(port));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /** Deletes the file if it still holds this port. */
    void forget(int port) {
        try {
            if (Files.readString(file).equals(text(port))) {
                Files.delete(file);
            }
        } catch (IOException stays) {
            // The next mock that writes the file replaces it.
        }
    }

    private static String text(int port) {
        return port + "\n";
    }

    private InvalidOption unwritable(IOException why) {
        return new InvalidOption(OPTION, file + ": cannot be written", why);
    }
}
