package io.handlekit.customers.tld;

import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.tld.TldSource.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule of a top-level domain for its owners: what is required of whom, and which sources state it.
 *
 * <pre>{@code
 * TldRule rule = TldRequirements.of("ro").rules().get(2);
 * rule.kind();      // EXACTLY_ONE
 * rule.fields();    // [social_security_number, passport_number]
 * rule.condition(); // of individual outside RO
 * rule.sources();   // [vendor article on .ro, support 360000739767]
 * rule.severity();  // ERROR
 * }</pre>
 *
 * <p>A violation is an ERROR if a source states the rule and no source contradicts it. It is a WARNING if sources
 * disagree, if the rule is only inferred, if an exception exists that a customer does not tell, or if the rule is a
 * {@link Kind#FORMAT}. Immutable.
 */
public final class TldRule {
    private final RuleLine line;

    TldRule(RuleLine line) {
        this.line = line;
    }

    /** Returns the kind of rule. */
    public Kind kind() {
        return line.kind();
    }

    /**
     * Returns the names of the fields, such as {@code vat} or {@code address.country}. Several names are alternatives.
     */
    public List<String> fields() {
        return line.fields();
    }

    /** Returns the owners that the rule applies to. */
    public TldCondition condition() {
        return line.condition();
    }

    /** Returns the allowed values of a rule of kind {@link Kind#VALUES}; empty for other kinds. */
    public List<String> values() {
        return line.values();
    }

    /** Returns the format of a rule of kind {@link Kind#FORMAT} or {@link Kind#STRICT_FORMAT}; empty for others. */
    public Optional<TldFormat> format() {
        return line.format();
    }

    /** Returns the sources that state the rule: at least one. */
    public List<TldSource> sources() {
        return line.sources();
    }

    /** Returns the sources that contradict the rule; empty if the sources agree. */
    public List<TldSource> contradictions() {
        return line.contradictions();
    }

    /** Returns the exception that a customer does not tell, such as a trademark; empty if there is none. */
    public Optional<String> exception() {
        return line.exception();
    }

    /** Returns true if no source states the rule for exactly this field. */
    public boolean isInferred() {
        return line.inferred();
    }

    /** Returns the best evidence among the sources. */
    public Evidence evidence() {
        return sources().stream().map(TldSource::evidence).sorted().findFirst().orElse(Evidence.OBSERVED);
    }

    /** Returns the severity of a violation by an owner that surely meets the condition. */
    public Severity severity() {
        boolean sure = contradictions().isEmpty()
                && exception().isEmpty()
                && !isInferred()
                && kind() != Kind.FORMAT
                && kind() != Kind.OPTIONAL;
        return sure ? Severity.ERROR : Severity.WARNING;
    }

    /** Returns true if the rule asks for at least one of its fields. */
    public boolean isNeed() {
        return kind() == Kind.REQUIRED || kind() == Kind.EXACTLY_ONE;
    }

    boolean isDoubtful(String value) {
        return line.doubtfulValues().contains(value);
    }

    String valuesName() {
        return line.valuesName();
    }

    /** Returns the rule as the table writes it, without its sources: {@code required vat of company}. */
    @Override
    public String toString() {
        String argument = format().map(TldFormat::toString).orElse(line.valuesName());
        return String.join(
                        " ",
                        kind().word(),
                        String.join("|", fields()),
                        argument,
                        condition().toString())
                .replaceAll(" +", " ")
                .strip();
    }

    /** A kind of rule. See {@link TldRule} for an example. */
    public enum Kind {
        /** At least one of the fields has a text. */
        REQUIRED,
        /** Exactly one of the fields has a text. */
        EXACTLY_ONE,
        /** None of the fields has a text. */
        EMPTY,
        /** A text is one of the values. */
        VALUES,
        /** A text has the format. A violation is only a WARNING, because the format is our reading of a source. */
        FORMAT,
        /** A text has the format, and a source states that other texts are refused. */
        STRICT_FORMAT,
        /** A text may be missing: a source says so. Nothing is checked. */
        OPTIONAL;

        /** Returns the word that the table uses. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
