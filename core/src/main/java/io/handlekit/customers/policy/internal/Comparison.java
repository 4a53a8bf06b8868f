package io.handlekit.customers.policy.internal;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A comparison of the wanted customer with existing ones. Markers in comments do not count, and changes keep those of
 * the existing customer.
 */
public final class Comparison {
    private final NewCustomer wanted;
    private final Marker marker;

    public Comparison(NewCustomer wanted, Marker marker) {
        this.wanted =
                wanted.toBuilder().comments(marker.without(wanted.comments())).build();
        this.marker = marker;
    }

    /** Returns the wanted customer without markers. */
    public NewCustomer wanted() {
        return wanted;
    }

    /** Returns true if the names are equal, which no update can change. */
    public boolean sameNames(Customer customer) {
        return sameNames(customer.companyName(), customer.name());
    }

    /** Returns true if the customer is equal as far as a list shows it. */
    public boolean mayBeEqual(ListedCustomer customer) {
        return customer.email().equals(wanted.email()) && sameNames(customer.companyName(), customer.name());
    }

    public boolean isEqual(Customer customer) {
        return sameNames(customer)
                && changes(customer).equals(CustomerChanges.builder().build());
    }

    /**
     * Empty initials equal any, because the service may derive them. Unknown members of a name do not count, because no
     * update can change them.
     */
    private boolean sameNames(String companyName, PersonName name) {
        PersonName target = wanted.name();
        String initials = target.initials().isEmpty() ? name.initials() : target.initials();
        return companyName.equals(wanted.companyName())
                && name.equals(new PersonName(
                        initials, target.firstName(), target.prefix(), target.lastName(), name.unknownMembers()));
    }

    /** Returns the changes that make the customer the wanted one, except for the names. */
    public CustomerChanges changes(Customer customer) {
        NewCustomer existing = NewCustomer.copyOf(customer).build();
        CustomerChanges.Builder changes = CustomerChanges.builder();
        setIf(Comparison::differ, existing, NewCustomer::address, changes::address);
        setIf(Comparison::differ, existing, NewCustomer::phone, changes::phone);
        setIf(Comparison::differ, existing, NewCustomer::fax, changes::fax);
        setIf(Comparison::differ, existing, NewCustomer::email, changes::email);
        setIf(Comparison::differ, existing, NewCustomer::vat, changes::vat);
        setIf(
                (actual, target) -> !target.isEmpty() && differ(actual, target),
                existing,
                NewCustomer::locale,
                changes::locale);
        setIf(
                (actual, target) -> differ(marker.without(actual), target),
                existing,
                NewCustomer::comments,
                target -> changes.comments(marker.kept(existing.comments(), target)));
        setIf(
                (actual, target) -> differ(Set.copyOf(actual), Set.copyOf(target)),
                existing,
                NewCustomer::tags,
                changes::tags);
        setIf(
                (actual, target) -> differ(comparable(actual), comparable(target)),
                existing,
                NewCustomer::additionalData,
                changes::additionalData);
        setIf(
                (actual, target) -> differ(comparable(actual), comparable(target)),
                existing,
                NewCustomer::extensionData,
                changes::extensionData);
        if (!containsAll(existing.unknownMembers(), wanted.unknownMembers())) {
            changes.unknownMembers(wanted.unknownMembers());
        }
        return changes.build();
    }

    private <T> void setIf(
            BiPredicate<T, T> differ, NewCustomer existing, Function<NewCustomer, T> section, Consumer<T> set) {
        T target = section.apply(KeptMembers.in(wanted, existing));
        if (differ.test(section.apply(existing), target)) {
            set.accept(target);
        }
    }

    private static boolean containsAll(UnknownMembers actual, UnknownMembers target) {
        return actual.json().entrySet().containsAll(target.json().entrySet());
    }

    private static boolean differ(Object actual, Object target) {
        return !actual.equals(target);
    }

    private static List<Object> comparable(AdditionalData data) {
        return List.of(filled(data.values()), data.attachedFiles(), data.unknownMembers());
    }

    private static Map<String, Map<String, String>> comparable(List<ExtensionData> extensions) {
        Map<String, Map<String, String>> comparable = new HashMap<>();
        for (ExtensionData extension : extensions) {
            comparable.merge(extension.name(), filled(extension.data()), Comparison::merged);
            addUnknown("data of " + extension.name(), extension.unknownData(), comparable);
            addUnknown("beside " + extension.name(), extension.unknownMembers(), comparable);
        }
        return comparable;
    }

    private static void addUnknown(String name, UnknownMembers members, Map<String, Map<String, String>> comparable) {
        if (!members.json().isEmpty()) {
            comparable.merge(name, members.json(), Comparison::merged);
        }
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> merged = new HashMap<>(one);
        merged.putAll(other);
        return merged;
    }

    private static Map<String, String> filled(Map<String, String> fields) {
        Map<String, String> filled = new HashMap<>(fields);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }
}
