package io.handlekit.customers.tld;

import io.handlekit.customers.Finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** The messages about a violated rule. Each ends with the sources of the rule, and none repeats a text of the customer. */
record RuleWords(String tld, TldRule rule, Severity severity) {
    String missing() {
        List<String> others = rule.fields().subList(1, rule.fields().size());
        String start = (isSure() ? "required for ." : "may be required for .") + who();
        if (others.isEmpty()) {
            return sentence(start);
        }
        return sentence(
                rule.kind() == TldRule.Kind.EXACTLY_ONE
                        ? start + "; or " + String.join(" or ", others) + ", but not both"
                        : start + "; " + String.join(" or ", others) + " is accepted instead");
    }

    String tooMany(String other) {
        return sentence((isSure() ? "not allowed beside " : "may not be allowed beside ") + other + " for ." + who());
    }

    String notEmpty() {
        return sentence((isSure() ? "must be empty for ." : "may have to be empty for .") + who());
    }

    String wrongValue() {
        return sentence("not one of the values " + String.join(", ", rule.values()));
    }

    String doubtfulValue() {
        return sentence("a value of the registry that the vendor's module does not offer");
    }

    String wrongCountry() {
        return sentence(
                "an address in " + rule.valuesName() + (isSure() ? " is" : " may be") + " required for ." + who());
    }

    String wrongFormat(TldFormat format) {
        return sentence("not " + format.description());
    }

    private boolean isSure() {
        return severity == Severity.ERROR;
    }

    private String who() {
        return tld + rule.condition().words();
    }

    private String sentence(String start) {
        return start
                + rule.exception().map(exception -> ", unless " + exception).orElse("") + " (" + sources() + ")";
    }

    private String sources() {
        if (!rule.contradictions().isEmpty()) {
            return "sources disagree; for: " + names(rule.sources()) + "; against: " + names(rule.contradictions());
        }
        return (rule.isInferred() ? "inferred from " : "") + names(rule.sources());
    }

    private static String names(List<TldSource> sources) {
        return sources.stream().map(TldSource::name).collect(Collectors.joining(" and "));
    }

    @Override
    public String toString() {
        return "RuleWords[" + tld + ", " + rule + "]";
    }
}
