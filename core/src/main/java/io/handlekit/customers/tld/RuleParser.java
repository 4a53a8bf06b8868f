package io.handlekit.customers.tld;

import io.handlekit.customers.tld.TableDefinitions.CountryList;
import io.handlekit.customers.tld.TldCondition.Owner;
import io.handlekit.customers.tld.TldCondition.Residence;
import io.handlekit.customers.tld.TldRule.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A parser of one rule of the table: a kind, its fields and its argument, then clauses that each start with a keyword.
 */
final class RuleParser {
    private final TableDefinitions definitions;
    private final Deque<String> words;
    private Owner owner = Owner.ANY;
    private Residence residence = Residence.ANY;
    private CountryList area = new CountryList("", List.of());
    private List<TldSource> sources = List.of();
    private List<TldSource> contradictions = List.of();
    private Optional<String> exception = Optional.empty();
    private boolean inferred;

    private RuleParser(String line, TableDefinitions definitions) {
        this.words = new ArrayDeque<>(List.of(line.split(" +")));
        this.definitions = definitions;
    }

    /**
     * Returns the rule of a line.
     *
     * @throws IllegalArgumentException if the line is no rule; the message names the word
     */
    static TldRule parse(String line, TableDefinitions definitions) {
        return new RuleParser(line, definitions).rule();
    }

    private TldRule rule() {
        Kind kind = Kind.valueOf(constant(words.remove()));
        List<String> fields = List.of(words.remove().split("\\|"));
        String argument = switch (kind) {
            case VALUES, FORMAT, STRICT_FORMAT -> words.remove();
            default -> "";
        };
        while (!words.isEmpty()) {
            clause(words.remove());
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a rule without a source");
        }
        return new TldRule(line(kind, fields, argument));
    }

    private void clause(String keyword) {
        switch (keyword) {
            case "of" -> owner = Owner.valueOf(constant(words.remove()));
            case "in" -> residence(Residence.INSIDE);
            case "outside" -> residence(Residence.OUTSIDE);
            case "by" -> sources = definitions.sources(words.remove());
            case "against" -> contradictions = definitions.sources(words.remove());
            case "inferred" -> inferred = true;
            case "unless" -> {
                exception = Optional.of(String.join(" ", words));
                words.clear();
            }
            default -> throw new IllegalArgumentException("unknown word " + keyword);
        }
    }

    private void residence(Residence value) {
        residence = value;
        area = definitions.countryList(words.remove());
    }

    private RuleLine line(Kind kind, List<String> fields, String argument) {
        boolean hasValues = kind == Kind.VALUES;
        CountryList values = definitions.countryList(argument);
        List<String> all = hasValues ? values.codes() : List.of();
        return new RuleLine(
                kind,
                fields,
                new TldCondition(owner, residence, area.codes(), area.words()),
                hasValues ? values.words() : "",
                all.stream().filter(value -> !value.startsWith("?")).toList(),
                all.stream()
                        .filter(value -> value.startsWith("?"))
                        .map(value -> value.substring(1))
                        .toList(),
                hasValues || argument.isEmpty() ? Optional.empty() : Optional.of(definitions.format(argument)),
                sources,
                contradictions,
                exception,
                inferred);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
