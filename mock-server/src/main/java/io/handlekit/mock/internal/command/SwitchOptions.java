package io.handlekit.mock.internal.command;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.control.Ledger;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each switch, explained by the ledger. */
final class SwitchOptions {
    private final CommandSpec spec = CommandSpec.create();

    SwitchOptions() {
        spec.usageMessage()
                .optionListHeading("%nHow it behaves where the service may do one thing or another; the first word is"
                        + " the default:%n");
        for (Ledger.Entry entry : Ledger.get().switches()) {
            String name = entry.switchName().orElseThrow();
            spec.addOption(OptionSpec.builder("--" + name)
                    .type(String.class)
                    .defaultValue(entry.defaultWord().orElseThrow())
                    .paramLabel(values(name))
                    .description(entry.what())
                    .build());
        }
    }

    CommandSpec spec() {
        return spec;
    }

    /**
     * What was set.
     *
     * @param command that these are options of
     * @throws InvalidOption if a switch has no such value
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
}
