package io.handlekit.customers.policy.internal;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A customer as it should be, beside others as they are. */
public final class Comparison {
    private final NewCustomer wanted;
    private final UnaryOperator<String> comments;

    /** @param comments leaves out of comments what is no difference */
    public Comparison(NewCustomer wanted, UnaryOperator<String> comments) {
        this.wanted = wanted;
        this.comments = comments;
    }

    NewCustomer wanted() {
        return wanted;
    }

    /** Whether what an update cannot change is the same. */
    boolean sameNames(Customer customer) {
        PersonName name = wanted.name();
        String initials = name.initials().isEmpty() ? customer.name().initials() : name.initials();
        return customer.companyName().equals(wanted.companyName())
                && customer.name().equals(new PersonName(initials, name.firstName(), name.prefix(), name.lastName()));
    }

    /** Whether the customer is worth reading. */
    boolean mayBeEqual(ListedCustomer customer) {
        return customer.email().equals(wanted.email())
                && customer.name().equals(wanted.name())
                && customer.companyName().equals(wanted.companyName());
    }

    boolean isEqual(Customer customer) {
        return customer.name().equals(wanted.name())
                && customer.companyName().equals(wanted.companyName())
                && changes(customer).equals(CustomerChanges.builder().build());
    }

    /** What makes the customer as wanted, names apart. */
    CustomerChanges changes(Customer customer) {
        NewCustomer there = NewCustomer.copyOf(customer).build();
        CustomerChanges.Builder changes = CustomerChanges.builder();
        setIf(Comparison::differ, there, NewCustomer::address, changes::address);
        setIf(Comparison::differ, there, NewCustomer::phone, changes::phone);
        setIf(Comparison::differ, there, NewCustomer::fax, changes::fax);
        setIf(Comparison::differ, there, NewCustomer::email, changes::email);
        setIf(Comparison::differ, there, NewCustomer::vat, changes::vat);
        setIf((is, should) -> !should.isEmpty() && differ(is, should), there, NewCustomer::locale, changes::locale);
        setIf(
                (is, should) -> differ(comments.apply(is), comments.apply(should)),
                there,
                NewCustomer::comments,
                changes::comments);
        setIf((is, should) -> differ(Set.copyOf(is), Set.copyOf(should)), there, NewCustomer::tags, changes::tags);
        setIf(
                (is, should) -> differ(essence(is), essence(should)),
                there,
                NewCustomer::additionalData,
                changes::additionalData);
        setIf(
                (is, should) -> differ(essence(is), essence(should)),
                there,
                NewCustomer::extensionData,
                changes::extensionData);
        return changes.build();
    }

    private <T> void setIf(
            BiPredicate<T, T> differ, NewCustomer there, Function<NewCustomer, T> section, Consumer<T> set) {
        T should = section.apply(wanted);
        if (differ.test(section.apply(there), should)) {
            set.accept(should);
        }
    }

    private static boolean differ(Object is, Object should) {
        return !is.equals(should);
    }

    private static List<Object> essence(AdditionalData data) {
        return List.of(filled(data.values()), data.attachedFiles());
    }

    private static Map<String, Map<String, String>> essence(List<ExtensionData> extensions) {
        Map<String, Map<String, String>> essence = new HashMap<>();
        for (ExtensionData extension : extensions) {
            essence.merge(extension.name(), filled(extension.data()), Comparison::both);
        }
        return essence;
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    private static Map<String, String> filled(Map<String, String> fields) {
        Map<String, String> filled = new HashMap<>(fields);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }
}
