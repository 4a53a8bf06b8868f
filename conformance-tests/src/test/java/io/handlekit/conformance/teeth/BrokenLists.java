package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.BrokenSubject.port;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onList;

import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.CustomerType;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerQuery.Sort;
import io.handlekit.customers.Customers;
import io.handlekit.customers.ListedCustomer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Ports with one fault each in their lists. */
final class BrokenLists {
    private static final int FEW = 10;

    private BrokenLists() {}

    static List<BrokenSubject> all() {
        return List.of(
                port("lists no additional data", queries(query -> query.withAdditionalData(false)), "C11"),
                port("ignores a pattern after its first star", patterns(BrokenLists::upToTheFirstStar), "C12"),
                port("takes a dot for a star", patterns(text -> text.replace('.', '*')), "C12"),
                port("takes _ for a star", patterns(text -> text.replace('_', '*')), "C12"),
                port("takes ? for a star", patterns(text -> text.replace('?', '*')), "C12"),
                port("takes % for a star", patterns(text -> text.replace('%', '*')), "C12"),
                port("trims patterns", patterns(String::strip), "C12"),
                port(
                        "ignores the first name if there is a last name",
                        queries(BrokenLists::withoutTheFirstName),
                        "C12"),
                port("starts each page with the first customer", queries(query -> query.offset(0)), "C13"),
                port("returns the size of the page as the total", onList(BrokenLists::countingThePage), "C13"),
                port(
                        "returns at most ten customers on a page",
                        queries(query -> query.limit(Math.min(FEW, query.limit()))),
                        "C21"),
                port(
                        "finds companies for any type",
                        queries(query -> query.type().isPresent() ? query.type(CustomerType.COMPANY) : query),
                        "C14"),
                port("filters by type page by page", onList(BrokenLists::typedPageByPage), "C14"),
                port(
                        "sorts by id whatever is asked for",
                        queries(query -> query.sort().isPresent() ? query.ascending(Sort.ID) : query),
                        "C15"),
                port("sorts each page by itself", onList(BrokenLists::sortedPageByPage), "C15"));
    }

    private static String upToTheFirstStar(String pattern) {
        return pattern.substring(0, pattern.indexOf('*') + 1);
    }

    private static UnaryOperator<Customers> queries(UnaryOperator<CustomerQuery> change) {
        return onList((sound, query) -> sound.list(change.apply(query)));
    }

    private static UnaryOperator<Customers> patterns(UnaryOperator<String> change) {
        return queries(query -> {
            CustomerQuery changed = query;
            for (Map.Entry<Field, String> pattern : query.patterns().entrySet()) {
                changed = changed.where(pattern.getKey(), change.apply(pattern.getValue()));
            }
            return changed;
        });
    }

    private static CustomerQuery withoutTheFirstName(CustomerQuery query) {
        return query.patterns().containsKey(Field.LAST_NAME) && query.patterns().containsKey(Field.FIRST_NAME)
                ? query.where(Field.FIRST_NAME, "*")
                : query;
    }

    private static CompletionStage<CustomerPage> countingThePage(Customers sound, CustomerQuery query) {
        return sound.list(query)
                .thenApply(page ->
                        new CustomerPage(page.customers(), page.customers().size()));
    }

    private static CompletionStage<CustomerPage> typedPageByPage(Customers sound, CustomerQuery query) {
        if (query.type().isEmpty()) {
            return sound.list(query);
        }
        boolean companies = query.type().get() == CustomerType.COMPANY;
        CustomerQuery untyped = CustomerQuery.all()
                .where(Field.COMMENT, query.patterns().getOrDefault(Field.COMMENT, "*"))
                .limit(query.limit())
                .offset(query.offset());
        CompletionStage<CustomerPage> all = sound.list(untyped);
        return sound.list(query)
                .thenCombine(
                        all,
                        (typed, page) -> new CustomerPage(
                                page.customers().stream()
                                        .filter(customer -> companies
                                                != customer.companyName().isEmpty())
                                        .toList(),
                                typed.total()));
    }

    private static CompletionStage<CustomerPage> sortedPageByPage(Customers sound, CustomerQuery query) {
        if (query.sort().isEmpty()) {
            return sound.list(query);
        }
        Comparator<ListedCustomer> byEmail = Comparator.comparing(ListedCustomer::email);
        return query.sort().get() == Sort.EMAIL
                ? sound.list(query.ascending(Sort.ID))
                        .thenApply(page -> new CustomerPage(
                                page.customers().stream()
                                        .sorted(query.isDescending() ? byEmail.reversed() : byEmail)
                                        .toList(),
                                page.total()))
                : sound.list(query);
    }
}
