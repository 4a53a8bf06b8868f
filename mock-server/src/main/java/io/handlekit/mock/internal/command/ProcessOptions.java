package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.server.RequestLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options for the program that starts the mock as a process. */
@Command(optionListHeading = "%nProcess:%n")
final class ProcessOptions {
    private static final List<String> LEVELS = List.of("errors", "requests", "off");

    @Option(
            names = PortFile.OPTION,
            paramLabel = "FILE",
            description = "File to write the port to once the mock answers requests; deleted when the mock stops.")
    private Optional<String> portFile = Optional.empty();

    @Option(
            names = "--exit-with-parent",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "Stop at the end of standard input, which comes when the parent program ends.")
    private String exitWithParent = "";

    @Option(
            names = "--log",
            defaultValue = "errors",
            paramLabel = "errors|requests|off",
            description = "What to log on standard error: the mock's own errors; also a line for each request with"
                    + " method, path template, status and time; or nothing.")
    private String log = "";

    private Optional<PortFile> port = Optional.empty();
    private boolean exits;

    /**
     * Sets the log levels. Call it before anything logs.
     *
     * @throws InvalidOption if the level is unknown
     */
    void openLog() {
        if (!LEVELS.contains(log)) {
            throw new InvalidOption("--log", "log must be " + String.join(" or ", LEVELS));
        }
        boolean off = log.equals("off");
        level("defaultLogLevel", off ? "off" : "warn");
        level("log.io.javalin.Javalin", "off");
        level("log.org.eclipse.jetty", off ? "off" : "error");
        level("log.com.zaxxer.hikari", "off");
        level("log." + RequestLog.class.getName(), "info");
        level("showThreadName", "false");
        level("showLogName", "false");
        level("showDateTime", "true");
        // The log formats times by the locale, which may have another calendar or other digits.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        level("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }

    MockOptions applyTo(MockOptions options) {
        return options.requestLog(log.equals("requests"));
    }

    private static void level(String what, String word) {
        System.setProperty("org.slf4j.simpleLogger." + what, word);
    }

    /**
     * Checks the options before the mock starts, and deletes the port file of a killed mock.
     *
     * @param host the host that the mock will listen on
     * @throws InvalidOption if a value is invalid
     */
    void prepare(String host) {
        exits = InvalidOption.flag("--exit-with-parent", exitWithParent);
        port = portFile.map(PortFile::at);
        port.ifPresent(file -> file.sweep(host));
    }

    /**
     * Writes the port file, if one is set.
     *
     * @throws InvalidOption if the file cannot be written
     */
    void tellPort(int number) {
        port.ifPresent(file -> file.tell(number));
    }

    /** Deletes the port file, if one is set. */
    void forgetPort(int number) {
        port.ifPresent(file -> file.forget(number));
    }

    /** Exits this process at the end of its standard input, if that is set. */
    void watchParent() {
        if (exits) {
            Thread watch = new Thread(ProcessOptions::exitAtTheEndOfInput, "exit-with-parent");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void exitAtTheEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | UncheckedIOException broken) {
            // Counts as the end of the input.
        }
        System.exit(0);
    }
}
