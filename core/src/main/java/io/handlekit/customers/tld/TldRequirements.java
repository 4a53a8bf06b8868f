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
 * What a top-level domain asks of its owner, beyond what {@link CustomerRules} ask of every customer. As far as anyone
 * has seen, the service checks this when a domain is ordered and not when a customer is created: what is missing here
 * does not keep a customer from being created, but a domain from being registered.
 *
 * <pre>{@code
 * TldRequirements ru = TldRequirements.of("ru");
 * Findings findings = ru.check(customer);
 * findings.errors(); // [ERROR extension_additional_data[ru].data.mobile_phone_number: required for .ru, …]
 * }</pre>
 *
 * <p>An ERROR is a field that the vendor's documents or its own module require of such a customer, or a value that is
 * not on their list. A WARNING is a need that is only inferred or that depends on something the customer does not tell,
 * and a text of an odd form. A field of which no source says that it is needed is not asked for.
 *
 * <p>The path of a field names the item of {@code extension_additional_data} by its index, or by the top-level domain
 * as long as there is none. Where sources disagree on where a field is filed, any of the places will do. A customer has
 * to be checked as a whole: one that was listed, or read without additional data, seems to lack what it has.
 *
 * <p>Not everything a registry asks is public. Immutable, and for use by any thread.
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
     * What this top-level domain asks. If nothing is known of it, that has no fields and says so.
     *
     * @param tld the part of a domain name that the registry sells names under: {@code ru}, {@code .com.es}, {@code рф}
     *     or {@code xn--p1ai}, in letters of any case; not a whole domain name
     * @return its requirements
     * @throws IllegalArgumentException if it is blank or cannot be part of a domain name
     */
    public static TldRequirements of(String tld) {
        String name = TldNames.ascii(tld)
                .orElseThrow(() -> new IllegalArgumentException("not a top-level domain, such as ru or com.es"));
        TldRequirements known = KNOWN.get(name);
        return known == null ? new TldRequirements(name, List.of(), List.of()) : known;
    }

    /**
     * The top-level domains of which anything is known, as {@link #tld} names them: fifty with fields of their own, all
     * those that share the requirements of {@code .in}, and {@code .sx}.
     */
    public static SortedSet<String> known() {
        return KNOWN_NAMES;
    }

    /** The top-level domain in ASCII and small letters without its dot: {@code xn--p1ai}. */
    public String tld() {
        return tld;
    }

    /** Whether anything is known. If not, there is nothing to find, and a domain may be refused all the same. */
    public boolean isKnown() {
        return !fields.isEmpty();
    }

    /** The fields that the top-level domain knows of a customer, the optional ones too. Each has a name of its own. */
    public List<TldField> fields() {
        return fields;
    }

    /**
     * The countries whose residents count as residents here, two capital letters each; empty if that makes no
     * difference. For the {@code .eu} domains this is the list of citizenships, {@code EL} along with {@code GR}.
     */
    public List<String> homeCountries() {
        return homeCountries;
    }

    /** What a customer to be created lacks before domains can be ordered for it. */
    public Findings check(NewCustomer draft) {
        TldOwner owner = new TldOwner(tld, homeCountries, draft);
        FindingsCollector report = new FindingsCollector();
        Set<String> asked = new HashSet<>();
        for (TldField field : fields) {
            owner.given(field).forEach((path, text) -> checkText(field, path, text, owner, report));
            if (asked.add(field.name())) {
                asked.addAll(field.alternatives());
                checkNeed(field, owner, report);
            }
        }
        return report.findings();
    }

    /** What a customer lacks before domains can be ordered for it. */
    public Findings check(Customer customer) {
        return check(NewCustomer.copyOf(customer).build());
    }

    private void checkNeed(TldField field, TldOwner owner, FindingsCollector report) {
        Certainty needed = field.need().holds(owner);
        if (needed == Certainty.NO || isGiven(field, owner)) {
            return;
        }
        boolean sure = needed == Certainty.YES && field.evidence() != TldField.Evidence.INFERRED;
        String path = owner.bestPath(field);
        String message = (sure ? "required for ." : "may be required for .")
                + tld
                + field.need().ofWhom();
        if (!field.alternatives().isEmpty()) {
            message += "; " + String.join(" or ", field.alternatives()) + " will do as well";
        }
        report.add(sure ? Severity.ERROR : Severity.WARNING, path, codeOfLack(path), message);
    }

    private boolean isGiven(TldField field, TldOwner owner) {
        return fields.stream()
                .filter(other -> other.equals(field) || field.alternatives().contains(other.name()))
                .anyMatch(other -> !owner.given(other).isEmpty());
    }

    private static void checkText(TldField field, String path, String text, TldOwner owner, FindingsCollector report) {
        List<String> allowed = field.allowedValues();
        if (!field.form().fits(text, owner)) {
            report.warning(path, codeOfForm(path), field.form().violation());
        } else if (field.isDoubtful(text)) {
            report.warning(path, 0, "a value of the registry that the service is not seen to offer");
        } else if (!allowed.isEmpty() && !allowed.contains(text)) {
            report.error(path, 0, "not one of the values " + String.join(", ", allowed));
        }
    }

    // The codes of additional data are not for the fields of the same name in extension_additional_data.

    private static int codeOfLack(String path) {
        return path.equals("additional_data.birth_country") ? 6003 : 0;
    }

    private static int codeOfForm(String path) {
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
