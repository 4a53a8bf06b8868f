package io.handlekit.customers;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All mistakes in a draft or in changes.
 *
 * <pre>{@code
 * Findings findings = CustomerRules.check(draft);
 * if (findings.hasErrors()) {
 *     findings.errors().forEach(error -> page.mark(error.path(), error.message()));
 * }
 * }</pre>
 *
 * @param all the findings, in the order of the fields
 */
public record Findings(List<Finding> all) implements Serializable {
    /** No findings. */
    public static final Findings NONE = new Findings(List.of());

    /** Creates findings with a copy of the list. It may not contain {@code null}. */
    public Findings {
        all = List.copyOf(all);
    }

    /** Returns true if there is an error, so that the service would refuse. */
    public boolean hasErrors() {
        for (Finding finding : all) {
            if (finding.severity() == Finding.Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** Returns the findings that the service refuses. */
    public List<Finding> errors() {
        return of(Finding.Severity.ERROR);
    }

    /** Returns the findings that the service or a registry may refuse. */
    public List<Finding> warnings() {
        return of(Finding.Severity.WARNING);
    }

    /** Returns the error with the lowest code, which a service that reports one error at a time reports. */
    public Optional<Finding> firstError() {
        return errors().stream().min(Comparator.comparingInt(Finding::code));
    }

    /**
     * Returns the findings without those that you accept, for the case that a rule turns out to be wrong.
     *
     * <pre>{@code
     * findings.except(finding -> finding.path().equals("address.zipcode"));
     * }</pre>
     */
    public Findings except(Predicate<Finding> accepted) {
        return new Findings(all.stream().filter(accepted.negate()).toList());
    }

    private List<Finding> of(Finding.Severity severity) {
        return all.stream().filter(finding -> finding.severity() == severity).toList();
    }

    /** Returns one finding per line. */
    @Override
    public String toString() {
        return all.isEmpty()
                ? "no findings"
                : all.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
