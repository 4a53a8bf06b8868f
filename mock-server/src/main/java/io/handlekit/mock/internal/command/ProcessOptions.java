package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.server.RequestLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options for the program that starts the mock as a process. */
@Command(optionListHeading = "%nProcess:%n")
final class ProcessOptions {
    static final String EXIT_WITH_PARENT = "--exit-with-parent";

    enum Log {
        ERRORS,
        REQUESTS,
        PRETTY,
        OFF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = PortFile.OPTION,
            paramLabel = "FILE",
            description = "File to write the port to once the mock answers requests; deleted when the mock stops.")
    private Optional<Path> portFile = Optional.empty();

    @Option(
            names = EXIT_WITH_PARENT,
            arity = "0..1",
            defaultValue = "false",
            paramLabel = "true|false",
            description =
                    "Stop at the end of standard input, which comes when the parent program ends. Exits with 3 if it"
                            + " has ended already.")
    private boolean exitWithParent;

    @Option(
            names = "--log",
            defaultValue = "errors",
            paramLabel = "errors|requests|pretty|off",
            description = "What to log: the mock's own errors; also a line for each request; also an aligned line for"
                    + " each exchange, coloured on a terminal unless NO_COLOR is set; or nothing.")
    private Log log = Log.ERRORS;

    private Optional<PortFile> port = Optional.empty();
    private Optional<ParentWatch> parent = Optional.empty();

    /** Sets the log levels. Call it before anything logs. */
    void openLog() {
        boolean off = log == Log.OFF;
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

    /**
     * Applies these to a mock's options.
     *
     * @param out where pretty lines go
     */
    MockOptions applyTo(MockOptions options, PrintWriter out) {
        MockOptions logged = options.requestLog(log == Log.REQUESTS);
        return log == Log.PRETTY ? logged.onExchange(PrettyLog.on(out)) : logged;
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
        if (exitWithParent) {
            parent = Optional.of(ParentWatch.over(System.in, () -> System.exit(0)));
        }
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

    /**
     * Tests that the parent program still waits.
     *
     * @throws NoParent if the standard input has ended already
     */
    void requireParent() {
        if (parent.filter(ParentWatch::hasEnded).isPresent()) {
            throw new NoParent();
        }
    }

    /** Exits this process at the end of its standard input from now on, if that is set. */
    void watchParent() {
        parent.ifPresent(ParentWatch::announced);
    }
}
