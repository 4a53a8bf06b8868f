package io.handlekit.mock.internal.command;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.control.Ledger;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** One option for each switch. The ledger provides the descriptions. */
final class SwitchOptions {
    private final CommandSpec spec = CommandSpec.create();

    SwitchOptions() {
        spec.usageMessage()
                .optionListHeading("%nSwitches, for behaviour of the service that is not certain; the first value is"
                        + " the default:%n");
        for (Ledger.Entry entry : Ledger.get().switches()) {
            String name = entry.switchName().orElseThrow();
            spec.addOption(OptionSpec.builder("--" + name)
                    .type(String.class)
                    .defaultValue(entry.defaultWord().orElseThrow())
                    .paramLabel(values(name))
                    .description(entry.what() + ".")
                    .build());
        }
    }

    CommandSpec spec() {
        return spec;
    }

    /**
     * Returns the behaviour that the options set.
     *
     * @param command the command that has these options
     * @throws InvalidOption if a switch does not have the value
     */
    Behaviour read(CommandSpec command) {
        Behaviour behaviour = Behaviour.defaults();
        for (Ledger.Entry entry : Ledger.get().switches()) {
            String name = entry.switchName().orElseThrow();
            String word = command.findOption("--" + name).getValue();
            Behaviour before = behaviour;
            behaviour = InvalidOption.of("--" + name, () -> before.with(name, word));
        }
        return behaviour;
    }

    /** Returns the values of a switch, its default first. */
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
}
