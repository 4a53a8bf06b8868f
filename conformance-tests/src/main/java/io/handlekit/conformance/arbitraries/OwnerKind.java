package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.tld.TldField.Need;
import java.util.List;

/**
 * A kind of owner that top-level domains distinguish. It interprets {@link Need} on its own, independently of the
 * checks that it tests.
 *
 * @param company true for a company, false for a private person
 * @param resident true for a resident of a home country
 */
record OwnerKind(boolean company, boolean resident) {
    static List<OwnerKind> all() {
        return List.of(
                new OwnerKind(false, false),
                new OwnerKind(false, true),
                new OwnerKind(true, false),
                new OwnerKind(true, true));
    }

    /** Returns true if every such owner needs the field. */
    boolean needs(Need need) {
        return switch (need) {
            case ALWAYS -> true;
            case IF_COMPANY, IF_COMPANY_OR_ENTREPRENEUR -> company;
            case IF_INDIVIDUAL -> !company;
            case IF_RESIDENT_COMPANY -> company && resident;
            case IF_RESIDENT_INDIVIDUAL -> !company && resident;
            case IF_FOREIGN -> !resident;
            case IF_FOREIGN_INDIVIDUAL -> !company && !resident;
            case OPTIONAL, UNKNOWN -> false;
        };
    }

    /** Returns true if some such owner needs the field: a resident person may be an entrepreneur. */
    boolean mayNeed(Need need) {
        return needs(need) || need == Need.IF_COMPANY_OR_ENTREPRENEUR;
    }
}
