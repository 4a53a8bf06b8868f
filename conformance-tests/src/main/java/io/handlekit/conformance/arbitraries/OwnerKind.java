package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.tld.TldField.Need;
import java.util.List;

/**
 * What makes a difference to top-level domains. It goes by the words of {@link Need}, not by the rules that it is held
 * against.
 *
 * @param company whether it is a company
 * @param resident whether it is at home there
 */
record OwnerKind(boolean company, boolean resident) {
    static List<OwnerKind> all() {
        return List.of(
                new OwnerKind(false, false),
                new OwnerKind(false, true),
                new OwnerKind(true, false),
                new OwnerKind(true, true));
    }

    /** Whether every such owner needs it. */
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

    /** Whether some such owner needs it: a person at home may be an entrepreneur. */
    boolean mayNeed(Need need) {
        return needs(need) || need == Need.IF_COMPANY_OR_ENTREPRENEUR;
    }
}
