package io.handlekit.mock.internal.command;

import io.handlekit.mock.internal.base.EditDistance;
import java.util.Comparator;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The option that a misspelt one probably means. picocli's suggestions do not find {@code --port} for {@code --prot}. */
final class NearestOption {
    private static final int LETTERS_PER_MISTAKE = 3;

    private NearestOption() {}

    /** Returns the visible option with the fewest mistakes, if there is at most one mistake in three letters. */
    static Optional<String> to(String misspelt, CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .min(Comparator.comparingInt(name -> EditDistance.between(misspelt, name)))
                .filter(name -> EditDistance.between(misspelt, name) <= misspelt.length() / LETTERS_PER_MISTAKE);
    }
}
