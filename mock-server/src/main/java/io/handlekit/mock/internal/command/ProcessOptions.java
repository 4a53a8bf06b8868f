package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.server.RequestLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options for the program that starts the mock. */
@Command(optionListHeading = "%nFor the program that starts it:%n")
final class ProcessOptions {
    private static final List<String> LEVELS = List.of("errors", "requests", "off");

    @Option(
            names = PortFile.OPTION,
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

    private Optional<PortFile> port = Optional.empty();
    private boolean exits;

    /**
     * Sets the levels, before anything logs.
     *
     * @throws InvalidOption if there is no such level
     */
    void openLog() {
        if (!LEVELS.contains(log)) {
            throw new InvalidOption("--log", "log is " + String.join(" or ", LEVELS));
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

    MockOptions applyTo(MockOptions options) {
        return options.requestLog(log.equals("requests"));
    }

    private static void level(String what, String word) {
        System.setProperty("org.slf4j.simpleLogger." + what, word);
    }

    /**
     * Looks at what is needed once the mock listens.
     *
     * @param host where it will
     * @throws InvalidOption if it cannot be followed
     */
    void prepare(String host) {
        exits = InvalidOption.flag("--exit-with-parent", exitWithParent);
        port = portFile.map(PortFile::at);
        port.ifPresent(file -> file.sweep(host));
    }

    /**
     * Tells the port to whoever wants to know.
     *
     * @throws InvalidOption if its file cannot be written
     */
    void tellPort(int number) {
        port.ifPresent(file -> file.tell(number));
    }

    /** Tells nobody any more. */
    void forgetPort(int number) {
        port.ifPresent(file -> file.forget(number));
    }

    /** Ends this process when nobody is left at the other end of its standard input. */
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
            // As good as its end.
        }
        System.exit(0);
    }
}
