package io.handlekit.customers.tld;

import io.handlekit.customers.Customer;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.validation.internal.FindingsCollector;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The requirements of a top-level domain for its owner, beyond what {@link CustomerRules} require of every customer.
 * The service is only known to check them when a domain is ordered, not when a customer is created. A customer that
 * lacks something here can be created, but a domain may not be registered for it.
 *
 * <pre>{@code
 * TldRequirements ru = TldRequirements.of("ru");
 * Findings findings = ru.check(customer);
 * findings.errors(); // [ERROR extension_additional_data[ru].data.mobile_phone_number: required for .ru, …]
 * }</pre>
 *
 * <p>An ERROR is a missing field that the vendor's documents or its own module require of such a customer, or a value
 * that is not on their list. A WARNING is a need that is only inferred or that depends on something the customer does
 * not tell, or a text in an unexpected format. Fields that no source requires are not reported.
 *
 * <p>The path of a field names the item of {@code extension_additional_data} by its index, or by the top-level domain
 * if there is no item yet. Where sources disagree on the place of a field, each of the places is accepted. Check a
 * complete customer: one from a list, or read without additional data, seems to lack fields that it has.
 *
 * <p>Registries also have requirements that are not public. Instances are immutable and thread-safe.
 */
public final class TldRequirements {
    private static final SortedMap<String, TldRequirements> KNOWN = TldTable.read();
    private static final SortedSet<String> KNOWN_NAMES =
            Collections.unmodifiableSortedSet(new TreeSet<>(KNOWN.keySet()));

    private final String tld;
    private final List<String> homeCountries;
    private final List<TldField> fields;

    TldRequirements(String tld, List<String> homeCountries, List<TldField> fields) {
        this.tld = tld;
        this.homeCountries = homeCountries;
        this.fields = List.copyOf(fields);
    }

    /**
     * Returns the requirements of a top-level domain. If nothing is known of it, they are empty, and {@link #isKnown}
     * returns false.
     *
     * @param tld the part of a domain name under which the registry sells names: {@code ru}, {@code .com.es}, {@code рф}
     *     or {@code xn--p1ai}, in any case; not a whole domain name
     * @return the requirements
     * @throws IllegalArgumentException if it is blank or cannot be part of a domain name
     */
    public static TldRequirements of(String tld) {
        String name = TldNames.ascii(tld)
                .orElseThrow(() ->
                        new IllegalArgumentException("not a top-level domain; expected a name such as ru or com.es"));
        TldRequirements known = KNOWN.get(name);
        return known == null ? new TldRequirements(name, List.of(), List.of()) : known;
    }

    /**
     * Returns the top-level domains of which anything is known, spelled as {@link #tld} spells them: fifty with fields
     * of their own, all that share the requirements of {@code .in}, and {@code .sx}.
     */
    public static SortedSet<String> known() {
        return KNOWN_NAMES;
    }

    /** Returns the top-level domain in ASCII and lower case without its dot: {@code xn--p1ai}. */
    public String tld() {
        return tld;
    }

    /** Returns true if anything is known. If not, a check finds nothing, and a domain may still be refused. */
    public boolean isKnown() {
        return !fields.isEmpty();
    }

    /** Returns the fields that the top-level domain knows of a customer, including optional ones. Names are unique. */
    public List<TldField> fields() {
        return fields;
    }

    /**
     * Returns the countries whose residents count as residents of the top-level domain, as codes of two capital letters;
     * empty if residence makes no difference. For the {@code .eu} domains this is the list of citizenships, with both
     * {@code EL} and {@code GR}.
     */
    public List<String> homeCountries() {
        return homeCountries;
    }

    /** Returns what a new customer lacks before domains can be ordered for it. */
    public Findings check(NewCustomer draft) {
        TldOwner owner = new TldOwner(tld, homeCountries, draft);
        FindingsCollector findings = new FindingsCollector();
        Set<String> checked = new HashSet<>();
        for (TldField field : fields) {
            owner.texts(field).forEach((path, text) -> checkText(field, path, text, owner, findings));
            if (checked.add(field.name())) {
                checked.addAll(field.alternatives());
                checkNeed(field, owner, findings);
            }
        }
        return findings.findings();
    }

    /** Returns what a customer lacks before domains can be ordered for it. */
    public Findings check(Customer customer) {
        return check(NewCustomer.copyOf(customer).build());
    }

    private void checkNeed(TldField field, TldOwner owner, FindingsCollector findings) {
        TriState needed = field.need().holds(owner);
        if (needed == TriState.NO || isGiven(field, owner)) {
            return;
        }
        boolean sure = needed == TriState.YES && field.evidence() != TldField.Evidence.INFERRED;
        String path = owner.bestPath(field);
        String message = (sure ? "required for ." : "may be required for .")
                + tld
                + field.need().fromWhom();
        if (!field.alternatives().isEmpty()) {
            message += "; " + String.join(" or ", field.alternatives()) + " is accepted instead";
        }
        findings.add(sure ? Severity.ERROR : Severity.WARNING, path, codeOfMissing(path), message);
    }

    private boolean isGiven(TldField field, TldOwner owner) {
        return fields.stream()
                .filter(other -> other.equals(field) || field.alternatives().contains(other.name()))
                .anyMatch(other -> !owner.texts(other).isEmpty());
    }

    private static void checkText(
            TldField field, String path, String text, TldOwner owner, FindingsCollector findings) {
        List<String> allowed = field.allowedValues();
        if (!field.format().fits(text, owner)) {
            findings.warning(path, codeOfFormat(path), field.format().violation());
        } else if (field.isDoubtful(text)) {
            findings.warning(path, 0, "a value of the registry that the vendor's module does not offer");
        } else if (!allowed.isEmpty() && !allowed.contains(text)) {
            findings.error(path, 0, "not one of the values " + String.join(", ", allowed));
        }
    }

    // The vendor's codes for additional_data do not apply to fields of the same name in extension_additional_data.

    private static int codeOfMissing(String path) {
        return path.equals("additional_data.birth_country") ? 6003 : 0;
    }

    private static int codeOfFormat(String path) {
        return switch (path) {
            case "additional_data.birth_country" -> 6004;
            case "additional_data.birth_date" -> 6005;
            case "address.state" -> 119;
            default -> 0;
        };
    }

    @Override
    public String toString() {
        return "TldRequirements[" + tld + ", " + fields.size() + " fields]";
    }
}
