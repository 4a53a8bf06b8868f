package io.handlekit.mock.internal.command;

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
                .min(Comparator.comparingInt(name -> mistakes(misspelt, name)))
                .filter(name -> mistakes(misspelt, name) <= misspelt.length() / LETTERS_PER_MISTAKE);
    }

    /** Returns the edit distance: how many letters were left out, added or replaced. */
    private static int mistakes(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.min(replaced, 1 + Math.min(above[j], above[j - 1]));
            }
        }
        return above[other.length()];
    }
}
