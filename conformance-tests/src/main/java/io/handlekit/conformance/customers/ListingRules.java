package io.handlekit.conformance.customers;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.internal.texts.CustomerTexts;
import io.handlekit.conformance.internal.texts.MarkedCustomers;
import io.handlekit.conformance.internal.texts.StarPattern;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.Orders;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.Phrases;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.CustomerType;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerQuery.Sort;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The rules about lists, a part of {@link CustomersContract}. Each looks for none but the customers that it has made,
 * so the service may have others.
 *
 * <p>No rule depends on a pattern without a star, on capitals, or on how an alphabet sorts: what those do is not known.
 */
public interface ListingRules {
    /** How often each rule is tried: less than others are, since every try takes many calls. */
    int LISTING_TRIES = 10;

    /** How often the rule about patterns is tried, which asks for each field in each of several ways. */
    int PATTERN_TRIES = 5;

    /** The implementation under proof. Called once or more for each try. */
    CustomersFixture fixture();

    /** A list shows what a read shows, but no fax, VAT or tax number, and additional data if asked for (rule C11). */
    @Property(tries = LISTING_TRIES)
    default void C11_a_list_shows_a_customer_as_a_read_does(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = subject().create(draft);
        CustomerTexts read = CustomerTexts.of(ListedCustomer.of(subject().get(handle)));
        CustomerQuery query = CustomerQuery.all().where(Field.HANDLE, handle.value() + "*");

        CustomerTexts.of(only(query.withAdditionalData(true))).verifyEquals(read);
        CustomerTexts.of(only(query.withAdditionalData(false)))
                .verifyEquals(read.without("additional_data", "extension_additional_data"));
    }

    /**
     * In each field, wherever the stars are and whatever stands between them; no sign but the star stands for another,
     * blanks count at either end, and all patterns of a query have to fit (rule C12).
     */
    @Property(tries = PATTERN_TRIES)
    default void C12_a_pattern_finds_exactly_those_who_fit(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = Phrases.class) String phrase) {
        MarkedCustomers marked = new MarkedCustomers();
        List<Customer> all = Stream.of("._?%a ", "._?%b ", "x_?%a ", ".x?%a ", "._x%a ", "._?xa ")
                .map(end -> subject().get(subject().create(marked.draft(draft, phrase + end))))
                .toList();

        for (Field field : MarkedCustomers.FIELDS) {
            String whole = StarPattern.texts(field, all.get(0)).get(0);
            mustFind(all, CustomerQuery.all(), field, StarPattern.allOf(marked.mark(field), whole));
        }
        String handle = all.get(0).handle().value();
        List<StarPattern> ofTheHandle = StarPattern.allOf(handle.substring(0, handle.lastIndexOf('-')), handle);
        mustFind(all, marked.query(), Field.HANDLE, ofTheHandle);
        mustFindBoth(all, marked);
    }

    /** Whoever walks the pages sees every customer once, and on each page how many there are in all (rule C13). */
    @Property(tries = LISTING_TRIES)
    default void C13_the_pages_have_every_customer_once_and_the_total_is_exact(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 1, max = 4) int limit) {
        MarkedCustomers marked = new MarkedCustomers();
        Set<CustomerHandle> created = new HashSet<>();
        for (int i = 0; i < count; i++) {
            created.add(subject().create(marked.draft(draft, "a")));
        }

        List<CustomerHandle> seen = paged(marked.query().ascending(Sort.ID), count, limit);
        Check.equal(created, Set.copyOf(seen), "the customers on all pages");
    }

    /** A hundred unless another number is asked for, and as many as that if there are (rule C21). */
    @Property(tries = 1)
    default void C21_a_page_has_as_many_customers_as_asked_for(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        MarkedCustomers marked = new MarkedCustomers();
        NewCustomer same = marked.draft(draft, "a");
        int count = CustomerQuery.DEFAULT_LIMIT + 1;
        for (int i = 0; i < count; i++) {
            subject().create(same);
        }

        CustomerPage usual = subject().list(marked.query());
        Check.equal(CustomerQuery.DEFAULT_LIMIT, usual.customers().size(), "customers on a page");
        Check.equal((long) count, usual.total(), "the total");
        CustomerPage large = subject().list(marked.query().limit(CustomerQuery.MAX_LIMIT));
        Check.equal(count, large.customers().size(), "customers on a page of " + CustomerQuery.MAX_LIMIT);
    }

    /** A company has a company name, and an individual has none; on a page as in the whole list (rule C14). */
    @Property(tries = LISTING_TRIES)
    default void C14_a_type_finds_companies_or_individuals(@ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        MarkedCustomers marked = new MarkedCustomers();
        NewCustomer company = marked.draft(draft, "a");
        CustomerHandle first = subject().create(company);
        CustomerHandle second =
                subject().create(company.toBuilder().companyName("").build());

        CustomerQuery companies = marked.query().type(CustomerType.COMPANY);
        CustomerQuery individuals = marked.query().type(CustomerType.INDIVIDUAL);
        mustList(Set.of(first), companies);
        mustList(Set.of(second), individuals);
        mustList(Set.of(first, second), marked.query());
        Check.equal(List.of(first), paged(companies, 1, 1), "the companies, page by page");
        Check.equal(List.of(second), paged(individuals, 1, 1), "the individuals, page by page");
    }

    /** By each field, up and down, the whole list and not each page by itself (rule C15). */
    @Property(tries = LISTING_TRIES)
    default void C15_a_list_is_sorted_as_asked(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = Orders.class) List<List<String>> orders) {
        MarkedCustomers marked = new MarkedCustomers();
        for (List<String> letters : orders) {
            subject().create(marked.lettered(draft, letters));
        }

        for (Sort sort : Sort.values()) {
            CustomerQuery ascending = marked.query().ascending(sort);
            CustomerQuery descending = marked.query().descending(sort);
            List<String> up = keys(sort, ascending);
            Check.equal(orders.size(), up.size(), "the customers in a sorted list");
            Check.equal(up.stream().sorted().toList(), up, "the order by " + sort);
            List<String> down = new ArrayList<>(keys(sort, descending));
            Collections.reverse(down);
            Check.equal(up, down, "the order by " + sort + ", read backwards");
            for (CustomerQuery query : List.of(ascending, descending)) {
                Check.equal(
                        handles(query), paged(query, orders.size(), 1), "the order by " + sort + ", page by page");
            }
        }
    }

    /** All of these customers, of whom there are so many, page by page. */
    private List<CustomerHandle> paged(CustomerQuery query, int count, int limit) {
        List<CustomerHandle> seen = new ArrayList<>();
        for (int offset = 0; offset < count + limit; offset += limit) {
            CustomerPage page = subject().list(query.limit(limit).offset(offset));
            int left = Math.max(0, Math.min(limit, count - offset));
            Check.equal(left, page.customers().size(), "customers on a page of " + limit + " from " + offset);
            Check.equal((long) count, page.total(), "the total on the page from " + offset);
            page.customers().forEach(customer -> seen.add(customer.handle()));
        }
        return seen;
    }

    private List<CustomerHandle> handles(CustomerQuery query) {
        return subject().list(query).customers().stream()
                .map(ListedCustomer::handle)
                .toList();
    }

    private Subject subject() {
        return new Subject(fixture().customers());
    }

    private ListedCustomer only(CustomerQuery query) {
        CustomerPage page = subject().list(query);
        Check.equal(1, page.customers().size(), "how many customers have this handle");
        return page.customers().get(0);
    }

    /** By its field, each pattern finds those who fit; as a pattern for any name, those alone who have it in a name. */
    private void mustFind(List<Customer> all, CustomerQuery query, Field field, List<StarPattern> patterns) {
        for (StarPattern pattern : patterns) {
            mustList(fitting(all, field, pattern), query.where(field, pattern.text()));
        }
        StarPattern any = patterns.get(0);
        mustList(fitting(all, Field.ANY_NAME, any), query.where(Field.ANY_NAME, any.text()));
    }

    /** Two patterns at a time: the last name of the first customer, with the first name of each. */
    private void mustFindBoth(List<Customer> all, MarkedCustomers marked) {
        Customer first = all.get(0);
        for (Customer other : all) {
            CustomerQuery query = CustomerQuery.all()
                    .where(Field.LAST_NAME, marked.pattern(Field.LAST_NAME, first))
                    .where(Field.FIRST_NAME, marked.pattern(Field.FIRST_NAME, other));
            mustList(other.equals(first) ? Set.of(first.handle()) : Set.of(), query);
        }
    }

    private static Set<CustomerHandle> fitting(List<Customer> all, Field field, StarPattern pattern) {
        return all.stream()
                .filter(customer -> pattern.matches(field, customer))
                .map(Customer::handle)
                .collect(Collectors.toSet());
    }

    private void mustList(Set<CustomerHandle> expected, CustomerQuery query) {
        CustomerPage page = subject().list(query);
        Set<CustomerHandle> found =
                page.customers().stream().map(ListedCustomer::handle).collect(Collectors.toSet());
        String what = " for " + query + " of " + query.patterns();
        Check.equal(expected, found, "the customers found" + what);
        Check.equal((long) expected.size(), page.total(), "the total" + what);
    }

    private List<String> keys(Sort sort, CustomerQuery query) {
        return subject().list(query).customers().stream()
                .map(customer -> key(sort, customer))
                .toList();
    }

    /**
     * Numbers with leading zeros, so that they are compared as texts are; an id that is not shown is as good as any.
     */
    private static String key(Sort sort, ListedCustomer customer) {
        return switch (sort) {
            case ID -> String.format(Locale.ROOT, "%020d", customer.id().orElse(0));
            case HANDLE -> customer.handle().value();
            case EMAIL -> customer.email();
            case FIRST_NAME -> customer.name().firstName();
            case LAST_NAME -> customer.name().lastName();
            case COMPANY_NAME -> customer.companyName();
        };
    }
}
