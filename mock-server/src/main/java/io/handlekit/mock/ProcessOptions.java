package io.handlekit.mock;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options for the program that starts the mock. */
@Command(optionListHeading = "%nFor the program that starts it:%n")
final class ProcessOptions {
    private static final String PORT_FILE = "--port-file";
    private static final List<String> LEVELS = List.of("errors", "requests", "off");

    @Option(
            names = PORT_FILE,
            paramLabel = "FILE",
            description = "where to write the port once requests are answered; the file is gone when the mock is")
    private Optional<String> portFile = Optional.empty();

    @Option(
            names = "--exit-with-parent",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "end when the standard input does, as it does when the program at its other end is gone")
    private String exitWithParent = "";

    @Option(
            names = "--log",
            defaultValue = "errors",
            paramLabel = "errors|requests|off",
            description = "what to print on the standard error: what went wrong in the mock; also a line for each"
                    + " request, with method, path template, status and time; nothing")
    private String log = "";

    /**
     * Sets the levels, before anything logs.
     *
     * @throws BadValue if there is no such level
     */
    void openLog() {
        if (!LEVELS.contains(log)) {
            throw new BadValue("--log", "log is " + String.join(" or ", LEVELS));
        }
        boolean off = log.equals("off");
        level("defaultLogLevel", off ? "off" : "warn");
        level("log.io.javalin.Javalin", "off");
        level("log.org.eclipse.jetty", off ? "off" : "error");
        level("log." + RequestLog.class.getName(), "info");
        level("showThreadName", "false");
        level("showLogName", "false");
        level("showDateTime", "true");
        level("dateTimeFormat", "yyyy-MM-dd HH:mm:ss.SSS");
    }

    private boolean isExitWithParent() {
        return BadValue.flag("--exit-with-parent", exitWithParent);
    }

    MockOptions applyTo(MockOptions options) {
        return options.requestLog(log.equals("requests"));
    }

    private static void level(String what, String word) {
        System.setProperty("org.slf4j.simpleLogger." + what, word);
    }

    /**
     * Removes a port of old, so that nobody takes it for the new one.
     *
     * @throws BadValue if the file cannot be written
     */
    void preparePort() {
        if (portFile.isPresent()) {
            try {
                Path file = BadValue.file(PORT_FILE, portFile.get()).toAbsolutePath();
                Files.deleteIfExists(file);
                if (!Files.isWritable(file.getParent())) {
                    throw new AccessDeniedException(portFile.get());
                }
            } catch (IOException unwritable) {
                throw unwritable(unwritable);
            }
        }
    }

    /** Removes the port of a mock that has ended, if somebody else has not. */
    void forgetPort() {
        if (portFile.isPresent()) {
            try {
                Files.deleteIfExists(Path.of(portFile.get()));
            } catch (IOException stays) {
                // The next one to write it removes it first.
            }
        }
    }

    /**
     * Writes the port, whole or not at all.
     *
     * @throws BadValue if the file cannot be written
     */
    void tellPort(int port) {
        if (portFile.isPresent()) {
            Path file = Path.of(portFile.get()).toAbsolutePath();
            Path written = file.resolveSibling(file.getFileName() + ".new");
            try {
                Files.writeString(written, port + "\n");
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException unwritable) {
                throw unwritable(unwritable);
            }
        }
    }

    private IllegalArgumentException unwritable(IOException why) {
        return new BadValue(PORT_FILE, portFile.orElse("") + ": cannot be written", why);
    }

    /** Ends this process when nobody is left at the other end of its standard input. */
    void watchParent() {
        if (isExitWithParent()) {
            Thread watch = new Thread(ProcessOptions::exitAtTheEndOfInput, "exit-with-parent");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void exitAtTheEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | UncheckedIOException broken) {
            // As good as its end.
        }
        System.exit(0);
    }
}
