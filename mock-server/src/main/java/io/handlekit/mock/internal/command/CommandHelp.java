package io.handlekit.mock.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the command prints about its options: the list in the help, and one line for an invalid option. */
final class CommandHelp {
    private CommandHelp() {}

    /** Returns the options of each mixin under its heading, then the others. The switches have a help of their own. */
    static String options(Help help) {
        List<CommandSpec> sections = help.commandSpec().mixins().values().stream()
                .filter(mixin -> !mixin.usageMessage().optionListHeading().isEmpty())
                .toList();
        List<OptionSpec> others = new ArrayList<>(help.commandSpec().options());
        sections.forEach(section -> others.removeAll(section.options()));
        others.removeIf(option -> SwitchOptions.isSwitch(option.longestName()));
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

    /** Prints one line about an invalid option, and returns the exit code. */
    static int complain(ParameterException bad, String[] args) {
        String message = bad instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched().get(0), bad.getCommandLine())
                : bad.getMessage();
        bad.getCommandLine().getErr().println(message + " (see --help)");
        return bad.getCause() instanceof NoParent ? NoParent.EXIT_CODE : CommandLine.ExitCode.USAGE;
    }

    /** Names only the option: its value may be a password, as in a misspelt --account. */
    private static String unknown(String argument, CommandLine command) {
        String name = argument.replaceAll("=.*", "");
        return "unknown option: " + name
                + NearestOption.to(name, command)
                        .map(nearest -> ", did you mean " + nearest + "?")
                        .orElse("");
    }
}
