package io.handlekit.customers.tld;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a rule, as a line of the table has them.
 *
 * @param valuesName the values as the table names them: a list of codes or the name of one
 * @param doubtfulValues values of a registry that the vendor's software does not offer
 */
record RuleLine(
        TldRule.Kind kind,
        List<String> fields,
        TldCondition condition,
        String valuesName,
        List<String> values,
        List<String> doubtfulValues,
        Optional<TldFormat> format,
        List<TldSource> sources,
        List<TldSource> contradictions,
        Optional<String> exception,
        boolean inferred) {
    @Override
    public String toString() {
        return "RuleLine[" + kind + ", " + fields + "]";
    }
}
