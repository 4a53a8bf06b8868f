package io.handlekit.mock;

import io.javalin.util.JavalinException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
            defaultValue = "${env:HANDLEKIT_MOCK_EMPTY:-false}",
            description = "start without the documentation's customer XX123456-XX")
    private boolean empty;

    @Option(names = "--ledger", description = "print what is known of each behaviour, and how many of each grade")
    private boolean ledger;

    @Option(
            names = "--account",
            defaultValue = "${env:HANDLEKIT_MOCK_ACCOUNT:-any}",
            paramLabel = "USER:PASSWORD",
            description = "who alone may log in; any, the default, lets everybody")
    private String account = "";

    @Option(
            names = "--numbering-start",
            defaultValue = "${env:HANDLEKIT_MOCK_NUMBERING_START:-900001}",
            paramLabel = "N",
            description = "the first number of the handles for a pair of letters; 900001 by default")
    private int numberingStart;

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
        for (Class<? extends Switch> which : Switch.all()) {
            String name = Switch.name(which);
            List<String> words = Switch.values(which).stream().map(Switch::word).toList();
            command.addOption(OptionSpec.builder("--" + name)
                    .type(String.class)
                    .defaultValue("${env:" + variable(name) + ":-" + words.get(0) + "}")
                    .paramLabel(String.join("|", words))
                    .description(
                            Ledger.get().about(name).map(Ledger.Entry::what).orElse(""))
                    .build());
        }
        return command;
    }

    private static String variable(String option) {
        return "HANDLEKIT_MOCK_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private Behaviour behaviour() {
        Behaviour behaviour = Behaviour.defaults().numberingStart(numberingStart);
        for (Class<? extends Switch> which : Switch.all()) {
            String name = Switch.name(which);
            String word = spec.findOption("--" + name).getValue();
            behaviour = behaviour.with(name, word);
        }
        return account.equals("any") ? behaviour : behaviour.account(Account.parse(account));
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
            throw new ParameterException(spec.commandLine(), reason(notASwitch));
        }
    }

    private MockOpenprovider start(Behaviour behaviour) {
        try {
            return MockOpenprovider.start(MockOptions.defaults()
                    .host(host)
                    .port(port)
                    .documentationCustomer(!empty)
                    .behaviour(behaviour));
        } catch (IllegalArgumentException | JavalinException cannot) {
            throw new ParameterException(
                    spec.commandLine(), "cannot listen on " + host + ":" + port + ": " + reason(cannot));
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static int complain(ParameterException bad, String[] args) {
        bad.getCommandLine().getErr().println(bad.getMessage() + " (--help explains)");
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
