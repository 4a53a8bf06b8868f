package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.control.Ledger;
import io.handlekit.mock.internal.engine.InvalidSeed;
import io.handlekit.mock.internal.snapshot.InvalidSnapshot;
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
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            "Where the service may behave in one way or another, a switch decides: --put-sections merge, and others that"
                    + " --help-switches lists.",
            "Each option and switch with a value can also be set in the environment: HANDLEKIT_MOCK_PORT for --port, and"
                    + " so on. An empty variable counts as unset."
        },
        mixinStandardHelpOptions = true,
        versionProvider = MockCommand.Version.class,
        sortOptions = false)
public final class MockCommand implements Callable<Integer> {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    // Each group is a mixin with a heading. An ArgGroup converts its variables when the parser meets its first option:
    // an invalid one then stops the parser before it reads a --help further on.
    @Mixin
    private final ListeningOptions listening = new ListeningOptions();

    @Mixin
    private final StartingOptions starting = new StartingOptions();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ProcessOptions process = new ProcessOptions();

    @Mixin
    private final ControlOptions control = new ControlOptions();

    private final SwitchOptions switches = new SwitchOptions();

    @Option(
            names = "--help-switches",
            description = "Print the switches, for behaviour of the service that is not certain.")
    private boolean helpSwitches;

    @Option(
            names = "--completion",
            description = "Print a completion script for bash and zsh. Use: source <(handlekit-mock --completion)")
    private boolean completion;

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
        command.getCommandSpec().addMixin(SwitchOptions.MIXIN, switches.spec());
        // Help and a warm-up run in spite of errors; other runs throw the first one.
        command.getCommandSpec().parser().collectErrors(true);
        command.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandHelp::options);
        return OptionTypes.register(command)
                .setDefaultValueProvider(variables)
                .setParameterExceptionHandler(CommandHelp::complain);
    }

    /** Returns the mock, or nothing if none was started. */
    public Optional<MockOpenprovider> mock() {
        return Optional.ofNullable(mock);
    }

    @Override
    public Integer call() throws Exception {
        refuseUnmatched();
        if (warmUpOnly) {
            WarmUp.run("--port", "0");
            return 0;
        }
        Optional<String> text = text();
        if (text.isPresent()) {
            spec.commandLine().getOut().println(text.get());
            return 0;
        }
        try {
            refuseErrors();
            variables.unknown(spec.commandLine()).forEach(spec.commandLine().getErr()::println);
            process.openLog();
            MockOptions options = options();
            List<Fault> faults = starting.faults();
            process.prepare(listening.host());
            store.prepare();
            start(options.faults(faults));
            return 0;
        } catch (InvalidStore unusable) {
            throw complaint(new InvalidOption(StoreOptions.STORE, String.valueOf(unusable.getMessage()), unusable));
        } catch (InvalidSnapshot invalid) {
            throw complaint(store.inLoadFile(invalid));
        } catch (InvalidSeed | BadRequest fault) {
            throw complaint(starting.inSeedFile(fault));
        } catch (InvalidOption bad) {
            throw complaint(bad);
        }
    }

    /** Returns what a user asks for instead of a mock, if anything. */
    private Optional<String> text() {
        return helpSwitches
                ? Optional.of(switches.help().stripTrailing())
                : completion
                        ? Optional.of(AutoComplete.bash(spec.name(), spec.commandLine()))
                        : ledger ? Optional.of(Ledger.get().toString()) : Optional.empty();
    }

    /** Throws for an unknown option or a stray word: they are mistakes whatever was asked for. */
    private void refuseUnmatched() throws Exception {
        for (Exception error : spec.commandLine().getParseResult().errors()) {
            if (error instanceof UnmatchedArgumentException) {
                throw error;
            }
        }
    }

    private void refuseErrors() throws Exception {
        for (Exception error : spec.commandLine().getParseResult().errors()) {
            if (error.getCause() instanceof IllegalArgumentException why
                    && error instanceof ParameterException bad
                    && bad.getArgSpec() instanceof OptionSpec option) {
                throw new InvalidOption(option.longestName(), String.valueOf(why.getMessage()), why);
            }
            throw error;
        }
    }

    private MockOptions options() {
        MockOptions options = MockOptions.defaults().behaviour(switches.read()).stopTimeout(STOP_TIMEOUT);
        MockOptions all = control.applyTo(starting.applyTo(store.applyTo(listening.applyTo(options))));
        return process.applyTo(all, spec.commandLine().getOut());
    }

    private void start(MockOptions options) {
        MockOpenprovider started = listen(options);
        mock = started;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.forgetPort(started.port());
            store.close(started, spec.commandLine().getErr());
        }));
        process.requireParent();
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

    private ParameterException complaint(InvalidOption bad) {
        String source = variables.source(spec.findOption(bad.option()));
        return new ParameterException(spec.commandLine(), source + ": " + bad.getMessage(), bad);
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
