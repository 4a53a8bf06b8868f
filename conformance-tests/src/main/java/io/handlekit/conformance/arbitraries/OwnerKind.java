package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.tld.TldCondition;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.tld.TldRule;
import io.handlekit.customers.tld.TldRule.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of owner that a top-level domain distinguishes: a company or a private person in one of some countries to
 * which the same rules apply. It interprets {@link TldCondition} on its own, independently of the checks that it tests.
 *
 * @param company true for a company, false for a private person
 * @param countries the countries, as codes of ISO 3166-1
 * @param rules the rules that may apply to such an owner
 */
record OwnerKind(boolean company, List<String> countries, List<TldRule> rules) {
    /** Returns the kinds of owner that can be ready for a domain. */
    static List<OwnerKind> readyFor(TldRequirements tld) {
        List<OwnerKind> kinds = new ArrayList<>();
        for (boolean company : new boolean[] {false, true}) {
            Map<List<TldRule>, List<String>> groups = new LinkedHashMap<>();
            for (String country : Locale.getISOCountries()) {
                List<TldRule> rules = tld.rules().stream()
                        .filter(rule -> mayApply(rule.condition(), company, country))
                        .toList();
                if (rules.stream().allMatch(rule -> allows(rule, company, country))) {
                    groups.computeIfAbsent(rules, absent -> new ArrayList<>()).add(country);
                }
            }
            groups.forEach((rules, countries) -> kinds.add(new OwnerKind(company, countries, rules)));
        }
        return kinds;
    }

    private static boolean mayApply(TldCondition condition, boolean company, String country) {
        boolean owner = switch (condition.owner()) {
            case ANY -> true;
            case COMPANY -> company;
            case INDIVIDUAL, ENTREPRENEUR -> !company;
        };
        boolean listed = condition.countries().contains(country);
        return owner
                && switch (condition.residence()) {
                    case ANY -> true;
                    case INSIDE -> listed;
                    case OUTSIDE -> !listed;
                };
    }

    private static boolean allows(TldRule rule, boolean company, String country) {
        return switch (rule.fields().get(0)) {
            case "address.country" ->
                rule.kind() != Kind.VALUES || rule.values().contains(country);
            case "company_name" -> company == (rule.kind() == Kind.REQUIRED);
            default -> true;
        };
    }

    /** Returns true if every such owner violates the rule by leaving its fields empty. */
    boolean surelyNeeds(TldRule rule) {
        return rule.isNeed() && rule.condition().owner() != TldCondition.Owner.ENTREPRENEUR;
    }

    @Override
    public String toString() {
        return (company ? "a company" : "a private person") + " in one of " + countries.size() + " countries";
    }
}
