package io.handlekit.customers;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that was found in a draft or in changes, at once.
 *
 * <pre>{@code
 * Findings findings = CustomerRules.check(draft);
 * if (findings.hasErrors()) {
 *     findings.errors().forEach(error -> form.mark(error.path(), error.message()));
 * }
 * }</pre>
 *
 * @param all the findings, in the order of the form
 */
public record Findings(List<Finding> all) implements Serializable {
    /** Copies what is given and refuses only {@code null}. */
    public Findings {
        all = List.copyOf(all);
    }

    /** Whether there is a finding for which the service surely refuses. */
    public boolean hasErrors() {
        for (Finding finding : all) {
            if (finding.severity() == Finding.Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** The findings for which the service surely refuses. */
    public List<Finding> errors() {
        return of(Finding.Severity.ERROR);
    }

    /** The findings for which the service or a registry may refuse. */
    public List<Finding> warnings() {
        return of(Finding.Severity.WARNING);
    }

    /** The error that a service which reports one at a time reports: the one with the lowest code. */
    public Optional<Finding> firstError() {
        return errors().stream().min(Comparator.comparingInt(Finding::code));
    }

    private List<Finding> of(Finding.Severity severity) {
        return all.stream().filter(finding -> finding.severity() == severity).toList();
    }

    /** The findings, a line each. */
    @Override
    public String toString() {
        return all.isEmpty()
                ? "no findings"
                : all.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
