package io.handlekit.mock;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The mock from the command line.
 *
 * <pre>{@code java -jar handlekit-mock.jar --port 8080}</pre>
 */
@Command(
        name = "handlekit-mock",
        description = "An offline double of Openprovider's customer API. Ends with Ctrl-C.",
        abbreviateSynopsis = true,
        footer = {
            "",
            "Of the options with words to choose from, the first word is the default.",
            "Every option can be set in the environment too: HANDLEKIT_MOCK_PORT for --port, and so on."
        },
        mixinStandardHelpOptions = true,
        versionProvider = MockCommand.Version.class,
        sortOptions = false)
public final class MockCommand implements Callable<Integer> {
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
            names = "--empty",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${env:HANDLEKIT_MOCK_EMPTY:-false}",
            paramLabel = "true|false",
            description = "start without the documentation's customer XX123456-XX")
    private boolean empty;

    @Mixin
    private final ControlOptions control = new ControlOptions();

    @Option(names = "--ledger", description = "print what is known of each behaviour, and how many of each grade")
    private boolean ledger;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private MockCommand() {}

    /** Starts the mock; returns while it goes on listening. Exits with 2 for a bad option or a port that is taken. */
    public static void main(String[] args) {
        // Only what goes wrong in a request; a start that fails is told in one line of ours.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log.io.javalin.Javalin", "off");
        System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.jetty", "error");
        int code = new CommandLine(withSwitches(CommandSpec.forAnnotatedObject(new MockCommand())))
                .setParameterExceptionHandler(MockCommand::complain)
                .execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** An option for each switch, explained by the ledger. */
    private static CommandSpec withSwitches(CommandSpec command) {
        for (Ledger.Entry entry : Ledger.get().switches()) {
            String name = entry.switchName().orElseThrow();
            String variable = "HANDLEKIT_MOCK_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
            command.addOption(OptionSpec.builder("--" + name)
                    .type(String.class)
                    .defaultValue(
                            "${env:" + variable + ":-" + entry.defaultWord().orElseThrow() + "}")
                    .paramLabel(values(name))
                    .description(entry.what())
                    .build());
        }
        return command;
    }

    /** The words that a switch can be set to, its default first. */
    private static String values(String name) {
        return switch (name) {
            case "account" -> "any|USER:PASSWORD";
            case "numbering-start" -> "900001|N";
            default ->
                Switch.all().stream()
                        .filter(which -> Switch.name(which).equals(name))
                        .flatMap(which -> Switch.values(which).stream())
                        .map(Switch::word)
                        .collect(Collectors.joining("|"));
        };
    }

    private Behaviour behaviour() {
        Behaviour behaviour = Behaviour.defaults();
        for (Ledger.Entry entry : Ledger.get().switches()) {
            String name = entry.switchName().orElseThrow();
            String word = spec.findOption("--" + name).getValue();
            behaviour = behaviour.with(name, word);
        }
        return behaviour;
    }

    @Override
    public Integer call() {
        if (ledger) {
            spec.commandLine().getOut().println(Ledger.get());
            return 0;
        }
        Behaviour behaviour = readBehaviour();
        MockOpenprovider mock = start(behaviour);
        PrintWriter out = spec.commandLine().getOut();
        FirstSteps.lines(mock.baseUri(), behaviour, !empty).forEach(out::println);
        out.flush();
        return 0;
    }

    private Behaviour readBehaviour() {
        try {
            return behaviour();
        } catch (IllegalArgumentException notASwitch) {
            throw complaint(notASwitch);
        }
    }

    private MockOpenprovider start(Behaviour behaviour) {
        MockOptions options;
        try {
            options = control.applyTo(MockOptions.defaults()
                    .host(host)
                    .port(port)
                    .documentationCustomer(!empty)
                    .behaviour(behaviour));
        } catch (IllegalArgumentException notAnOption) {
            throw complaint(notAnOption);
        }
        try {
            return MockOpenprovider.start(options);
        } catch (UncheckedIOException cannot) {
            String reason = String.valueOf(cannot.getMessage());
            throw new ParameterException(
                    spec.commandLine(), "cannot listen on " + host + ":" + port + ": " + reason, cannot);
        }
    }

    private ParameterException complaint(IllegalArgumentException bad) {
        return new ParameterException(spec.commandLine(), String.valueOf(bad.getMessage()), bad);
    }

    /** Of an option that there is not, the name alone: its value may have been meant for the account. */
    private static int complain(ParameterException bad, String[] args) {
        String message = bad instanceof UnmatchedArgumentException unmatched
                ? "no such option: " + unmatched.getUnmatched().get(0).replaceAll("=.*", "")
                : bad.getMessage();
        bad.getCommandLine().getErr().println(message + " (--help explains)");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MockCommand.class.getPackage().getImplementationVersion();
            return new String[] {"handlekit-mock " + (version == null ? "(built from source)" : version)};
        }
    }
}
