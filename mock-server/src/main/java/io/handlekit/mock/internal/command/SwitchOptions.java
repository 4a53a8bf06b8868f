package io.handlekit.mock.internal.command;

import io.handlekit.mock.behaviour.Account;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.control.Ledger;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * One option for each switch, and two for settings with free values. The ledger describes them, and is read only for a
 * user who asks for the descriptions.
 */
@Command
final class SwitchOptions {
    static final String MIXIN = "switches";

    @Option(names = "--account", defaultValue = "any", paramLabel = "any|USER:PASSWORD")
    private Optional<Account> account = Optional.empty();

    @Option(names = "--numbering-start", defaultValue = "900001", paramLabel = "900001|N")
    private int numberingStart;

    private final CommandSpec spec = CommandSpec.forAnnotatedObject(this);

    SwitchOptions() {
        Switch.all().forEach(which -> spec.addOption(option(which)));
    }

    private static OptionSpec option(Class<? extends Switch> which) {
        String name = Switch.name(which);
        List<String> words = Switch.values(which).stream().map(Switch::word).toList();
        return OptionSpec.builder("--" + name)
                .type(which)
                .converters(OptionTypes.intact(
                        word -> Behaviour.defaults().with(name, word).get(which)))
                .defaultValue(words.get(0))
                .completionCandidates(words)
                .paramLabel(String.join("|", words))
                .build();
    }

    /** Returns the options, without descriptions. */
    CommandSpec spec() {
        return spec;
    }

    /** Returns the help for the switches, in the order of the ledger. */
    String help() {
        CommandSpec help = CommandSpec.create().name("handlekit-mock");
        help.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Switches, for behaviour of the service that is not certain; the first value is the default.");
        for (Ledger.Entry entry : Ledger.get().switches()) {
            OptionSpec option = spec.findOption("--" + entry.switchName().orElseThrow());
            help.addOption(
                    OptionSpec.builder(option).description(entry.what() + ".").build());
        }
        return new CommandLine(help).getUsageMessage();
    }

    /**
     * Returns the behaviour that the options set.
     *
     * @throws InvalidOption if the first number of handles is out of its range
     */
    Behaviour read() {
        Behaviour behaviour =
                InvalidOption.of("--numbering-start", () -> Behaviour.defaults().numberingStart(numberingStart));
        for (Class<? extends Switch> which : Switch.all()) {
            behaviour =
                    behaviour.with(spec.findOption("--" + Switch.name(which)).<Switch>getValue());
        }
        return account.map(behaviour::account).orElse(behaviour);
    }
}
