package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.control.Ledger;
import io.handlekit.mock.internal.engine.InvalidSeed;
import io.handlekit.mock.internal.store.InvalidStore;
import io.handlekit.mock.internal.wire.BadRequest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The mock's command line program.
 *
 * <pre>{@code java -jar handlekit-mock.jar --port 8080}</pre>
 */
@Command(
        name = "handlekit-mock",
        description = {
            "An offline mock of Openprovider's customer API. It prints its base URL and curl lines to try it.",
            "Ctrl-C or SIGTERM stops it: it finishes running calls within two seconds and exits with 143 (or 130)."
        },
        abbreviateSynopsis = true,
        footer = {
            "",
            "Each option with a value can also be set in the environment: HANDLEKIT_MOCK_PORT for --port, and so on. An"
                    + " empty variable counts as unset."
        },
        mixinStandardHelpOptions = true,
        versionProvider = MockCommand.Version.class,
        sortOptions = false)
public final class MockCommand implements Callable<Integer> {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    @Mixin
    private final ListeningOptions listening = new ListeningOptions();

    @Mixin
    private final StartingOptions starting = new StartingOptions();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ProcessOptions process = new ProcessOptions();

    private final SwitchOptions switches = new SwitchOptions();

    @Mixin
    private final ControlOptions control = new ControlOptions();

    @Option(names = "--ledger", description = "Print each behaviour with its grade of evidence, and the counts.")
    private boolean ledger;

    @Option(
            names = "--warm-up-only",
            hidden = true,
            description = "Load the mock's classes and exit; bin/handlekit-mock archives the classes of such a run.")
    private boolean warmUpOnly;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final EnvironmentDefaults variables;
    private @Nullable MockOpenprovider mock;

    public MockCommand(Map<String, String> environment) {
        variables = new EnvironmentDefaults(environment);
    }

    /** Starts the mock and returns while it listens. Exits with 2 for a bad option or a port that is in use. */
    public static void main(String[] args) {
        Health.exitWhenOutOfMemory();
        int code = new MockCommand(System.getenv()).commandLine().execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    public CommandLine commandLine() {
        CommandLine command = new CommandLine(this).setExpandAtFiles(false);
        command.getCommandSpec().addMixin("switches", switches.spec());
        command.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, MockCommand::options);
        return command.setDefaultValueProvider(variables).setParameterExceptionHandler(MockCommand::complain);
    }

    /** Returns the mock, or nothing if none was started. */
    public Optional<MockOpenprovider> mock() {
        return Optional.ofNullable(mock);
    }

    /** Returns the options of each mixin under its heading, then the others. */
    private static String options(Help help) {
        List<CommandSpec> sections = help.commandSpec().mixins().values().stream()
                .filter(mixin -> !mixin.usageMessage().optionListHeading().isEmpty())
                .toList();
        List<OptionSpec> others = new ArrayList<>(help.commandSpec().options());
        sections.forEach(section -> others.removeAll(section.options()));
        return sections.stream()
                        .map(section -> section(help, section.usageMessage().optionListHeading(), section.options()))
                        .collect(Collectors.joining())
                + section(help, "%nOther:%n", others);
    }

    private static String section(Help help, String heading, List<OptionSpec> options) {
        List<OptionSpec> shown =
                options.stream().filter(option -> !option.hidden()).toList();
        return help.createHeading(heading) + help.optionListExcludingGroups(shown);
    }

    @Override
    public Integer call() {
        if (warmUpOnly) {
            WarmUp.run();
            return 0;
        }
        if (ledger) {
            spec.commandLine().getOut().println(Ledger.get());
            return 0;
        }
        try {
            refuseMangledValues();
            process.openLog();
            MockOptions options = options();
            List<Fault> faults = starting.faults();
            process.prepare(listening.host());
            store.prepare();
            WarmUp.run();
            start(options.faults(faults));
            return 0;
        } catch (InvalidStore unusable) {
            throw complaint(new InvalidOption(StoreOptions.STORE, String.valueOf(unusable.getMessage()), unusable));
        } catch (InvalidSeed | BadRequest fault) {
            throw complaint(starting.inSeedFile(fault));
        } catch (InvalidOption bad) {
            throw complaint(bad);
        }
    }

    /** Refuses a value that was changed on its way before an option complains of it, or takes it. */
    private void refuseMangledValues() {
        for (OptionSpec option : spec.options()) {
            String value = option.getValue() instanceof Optional<?> some
                    ? some.map(String::valueOf).orElse("")
                    : String.valueOf(option.<Object>getValue());
            MangledText.complaint(value).ifPresent(complaint -> {
                throw new InvalidOption(option.longestName(), complaint);
            });
        }
    }

    private MockOptions options() {
        MockOptions options =
                MockOptions.defaults().behaviour(switches.read(spec)).stopTimeout(STOP_TIMEOUT);
        return process.applyTo(control.applyTo(starting.applyTo(store.applyTo(listening.applyTo(options)))));
    }

    private void start(MockOptions options) {
        MockOpenprovider started = listen(options);
        mock = started;
        store.load(started);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.forgetPort(started.port());
            store.close(started, spec.commandLine().getErr());
        }));
        URI base = started.baseUri();
        process.tellPort(started.port());
        StartupBanner.lines(base, options, told(started))
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        process.watchParent();
    }

    /** Returns what the banner tells beyond the options. */
    private List<String> told(MockOpenprovider started) {
        List<String> lines = new ArrayList<>();
        if (started.isContinued()) {
            lines.add("Store: " + started.size()
                    + " customers from before; customers of the start are stored after a reset");
        }
        starting.told().ifPresent(lines::add);
        return lines;
    }

    private MockOpenprovider listen(MockOptions options) {
        try {
            return MockOpenprovider.start(options);
        } catch (UncheckedIOException cannot) {
            String reason = "cannot listen on " + listening.address() + ": " + cannot.getMessage();
            throw new ParameterException(spec.commandLine(), reason, cannot);
        }
    }

    /** Names the option, or the variable if that set the value, so that the user looks in the right place. */
    private ParameterException complaint(InvalidOption bad) {
        boolean isOnTheLine = spec.commandLine().getParseResult().hasMatchedOption(bad.option());
        String name = isOnTheLine || variables.value(bad.option()).isEmpty()
                ? bad.option()
                : EnvironmentDefaults.name(bad.option());
        return new ParameterException(spec.commandLine(), name + ": " + bad.getMessage(), bad);
    }

    /** Prints only the name of an unknown option: its value may be a password, as in a misspelt --account. */
    private static int complain(ParameterException bad, String[] args) {
        String message = bad instanceof UnmatchedArgumentException unmatched
                ? "unknown option: " + unmatched.getUnmatched().get(0).replaceAll("=.*", "")
                : bad.getMessage();
        bad.getCommandLine().getErr().println(message + " (see --help)");
        return CommandLine.ExitCode.USAGE;
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MockCommand.class.getPackage().getImplementationVersion();
            return new String[] {"handlekit-mock " + (version == null ? "(built from source)" : version)};
        }
    }
}
