package io.handlekit.customers.tld;

import io.handlekit.customers.Customer;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The requirements of a top-level domain for its owner, beyond what {@link CustomerRules} require of every customer.
 * Except for the mailboxes that {@code .in} refuses, the service is only known to check them when a domain is ordered,
 * not when a customer is created. A customer that lacks something here can be created, but a domain may not be
 * registered for it.
 *
 * <pre>{@code
 * TldRequirements ru = TldRequirements.of("ru");
 * Findings findings = ru.check(customer);
 * findings.errors(); // [ERROR extension_additional_data[ru].data.mobile_phone_number: required for .ru (…), …]
 * ru.rules();        // [required mobile_phone_number, …]: who needs what, and which sources say so
 * ru.notes();        // requirements that no field of a customer shows
 * }</pre>
 *
 * <p>An ERROR is a violation of a rule that a source states and no source contradicts. A WARNING is a violation of a
 * rule on which sources disagree, of one that is inferred or has an exception that a customer does not tell, of one that
 * depends on something the customer leaves open, or of a format. Each message names the sources. {@link TldRule} has
 * the details. Fields that no source requires are not reported. Each path gets one finding, the most severe.
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
    private final boolean known;
    private final List<TldField> fields;
    private final List<TldRule> rules;
    private final List<String> notes;

    TldRequirements(String tld, boolean known, List<TldField> fields, List<TldRule> rules, List<String> notes) {
        this.tld = tld;
        this.known = known;
        this.fields = List.copyOf(fields);
        this.rules = List.copyOf(rules);
        this.notes = List.copyOf(notes);
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
        return known == null ? new TldRequirements(name, false, List.of(), List.of(), List.of()) : known;
    }

    /** Returns the top-level domains of which anything is known, spelled as {@link #tld} spells them. */
    public static SortedSet<String> known() {
        return KNOWN_NAMES;
    }

    /** Returns the top-level domain in ASCII and lower case without its dot: {@code xn--p1ai}. */
    public String tld() {
        return tld;
    }

    /**
     * Returns true if the top-level domain is known, even if it requires nothing. If it is not known, a check finds
     * nothing, and a domain may still be refused.
     */
    public boolean isKnown() {
        return known;
    }

    /**
     * Returns the fields that the top-level domain knows of a customer, including optional ones. Names are unique. A
     * member that every customer has, such as {@code company_name}, is no field of its own; only rules name it.
     */
    public List<TldField> fields() {
        return fields;
    }

    /** Returns the rules that {@link #check(NewCustomer)} applies, and those that only state that a field is optional. */
    public List<TldRule> rules() {
        return rules;
    }

    /**
     * Returns requirements that no field of a customer shows, such as documents or roles in a domain order. Each is a
     * sentence that ends with its source.
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * Returns the countries whose residents the rules treat differently from others, as codes of two capital letters;
     * empty if residence makes no difference. For the {@code .eu} domains the list has both {@code EL} and {@code GR}.
     */
    public List<String> homeCountries() {
        return rules.stream()
                .flatMap(rule -> rule.condition().countries().stream())
                .distinct()
                .toList();
    }

    /** Returns what a new customer lacks before domains can be ordered for it. */
    public Findings check(NewCustomer draft) {
        return new TldCheck(this, new TldOwner(tld, draft)).findings();
    }

    /** Returns what a customer lacks before domains can be ordered for it. */
    public Findings check(Customer customer) {
        return check(NewCustomer.copyOf(customer).build());
    }

    @Override
    public String toString() {
        return "TldRequirements[" + tld + ", " + rules.size() + " rules]";
    }
}
