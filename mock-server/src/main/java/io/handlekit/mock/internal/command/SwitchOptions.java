package io.handlekit.mock.internal.command;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.control.Ledger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** One option for each switch. The ledger describes them, and is read only for a user who asks for the descriptions. */
final class SwitchOptions {
    /** The words of each switch, its default first. Two switches have free values. */
    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        for (Class<? extends Switch> which : Switch.all()) {
            VALUES.put(
                    Switch.name(which),
                    Switch.values(which).stream().map(Switch::word).toList());
        }
        VALUES.put("account", List.of("any", "USER:PASSWORD"));
        VALUES.put("numbering-start", List.of("900001", "N"));
    }

    private SwitchOptions() {}

    static boolean isSwitch(String option) {
        return VALUES.containsKey(option.substring(2));
    }

    /** Returns the options without descriptions. */
    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        VALUES.forEach((name, values) -> spec.addOption(option(name, values).build()));
        return spec;
    }

    private static OptionSpec.Builder option(String name, List<String> values) {
        return OptionSpec.builder("--" + name)
                .type(String.class)
                .defaultValue(values.get(0))
                .completionCandidates(values.stream()
                        .filter(word -> word.matches("[a-z0-9-]+"))
                        .toList())
                .paramLabel(String.join("|", values));
    }

    /** Returns the help for the switches, in the order of the ledger. */
    static String help() {
        CommandSpec spec = CommandSpec.create().name("handlekit-mock");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Switches, for behaviour of the service that is not certain; the first value is the default.");
        for (Ledger.Entry entry : Ledger.get().switches()) {
            String name = entry.switchName().orElseThrow();
            spec.addOption(option(name, VALUES.getOrDefault(name, List.of()))
                    .description(entry.what() + ".")
                    .build());
        }
        return new CommandLine(spec).getUsageMessage();
    }

    /**
     * Returns the behaviour that the options set.
     *
     * @param command the command that has these options
     * @throws InvalidOption if a switch does not have the value
     */
    static Behaviour read(CommandSpec command) {
        Behaviour behaviour = Behaviour.defaults();
        for (String name : VALUES.keySet()) {
            String word = command.findOption("--" + name).getValue();
            Behaviour before = behaviour;
            behaviour = InvalidOption.of("--" + name, () -> before.with(name, word));
        }
        return behaviour;
    }
}
