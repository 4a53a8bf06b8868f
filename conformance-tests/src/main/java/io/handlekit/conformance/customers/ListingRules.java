package io.handlekit.conformance.customers;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.Orders;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.Phrases;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.internal.texts.CustomerTexts;
import io.handlekit.conformance.internal.texts.MarkedCustomers;
import io.handlekit.conformance.internal.texts.StarPattern;
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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The rules about lists, part of {@code CustomersContract}. Each rule lists only the customers that it has created, so the
 * service may have others.
 *
 * <p>No rule uses a pattern without a star, mixes upper and lower case, or sorts letters outside ASCII: how the service
 * treats those is not known.
 */
// jqwik's annotations name generators and hooks that users of the module need not see.
@SuppressWarnings("exports")
public interface ListingRules {
    /** The number of tries of each rule. Each makes many calls. */
    int LISTING_TRIES = 10;

    /** The number of tries of the rule about patterns, which lists by each field with several patterns. */
    int PATTERN_TRIES = 5;

    /** Returns the implementation under test. Each try calls this at least once. */
    CustomersFixture fixture();

    /**
     * Verifies that a list shows a customer as a read does, but without fax, VAT and tax number, and with additional data
     * only if the query asks for it (rule C11).
     */
    @Property(tries = LISTING_TRIES)
    default void C11_a_list_shows_a_customer_as_a_read_does(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = subject().create(draft);
        CustomerTexts read = CustomerTexts.of(ListedCustomer.of(subject().get(handle)));
        CustomerQuery query = CustomerQuery.all().where(Field.HANDLE, handle.value() + "*");

        Check.inCase(
                "a list with additional data",
                () -> CustomerTexts.of(only(query.withAdditionalData(true))).verifyEquals(read));
        Check.inCase(
                "a list without additional data",
                () -> CustomerTexts.of(only(query.withAdditionalData(false)))
                        .verifyEquals(read.without("additional_data", "extension_additional_data")));
    }

    /**
     * Verifies that a pattern finds exactly the customers that match, for each field, with stars in any place and any text
     * between them. Only the star is a wildcard, spaces at either end count, and all patterns of a query must match (rule
     * C12).
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
            verifyPatterns(all, CustomerQuery.all(), field, StarPattern.allOf(marked.mark(field), whole));
        }
        String handle = all.get(0).handle().value();
        List<StarPattern> ofTheHandle = StarPattern.allOf(handle.substring(0, handle.lastIndexOf('-')), handle);
        verifyPatterns(all, marked.query(), Field.HANDLE, ofTheHandle);
        verifyBoth(all, marked);
    }

    /** Verifies that the pages of a list contain every customer once, each with the exact total (rule C13). */
    @Property(tries = LISTING_TRIES)
    default void C13_the_pages_have_every_customer_once_and_the_total_is_exact(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 1, max = 4) int limit) {
        MarkedCustomers marked = new MarkedCustomers();
        Set<String> created = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            created.add(subject().create(marked.draft(draft, "a")).value());
        }

        List<CustomerHandle> seen = paged(marked.query().ascending(Sort.ID), count, limit);
        Check.equal(created, sorted(seen), "the customers on all pages");
    }

    /** Verifies that a page has 100 customers by default, and as many as the query asks for otherwise (rule C21). */
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
        Check.equal(
                CustomerQuery.DEFAULT_LIMIT,
                usual.customers().size(),
                "the number of customers on a page of the default size");
        Check.equal((long) count, usual.total(), "the total");
        CustomerPage large = subject().list(marked.query().limit(CustomerQuery.MAX_LIMIT));
        Check.equal(count, large.customers().size(), "the number of customers on a page of " + CustomerQuery.MAX_LIMIT);
    }

    /**
     * Verifies that a query by type finds the customers with a company name, or those without one, in one list and page by
     * page (rule C14).
     */
    @Property(tries = LISTING_TRIES)
    default void C14_a_type_finds_companies_or_individuals(@ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        MarkedCustomers marked = new MarkedCustomers();
        NewCustomer company = marked.draft(draft, "a");
        CustomerHandle first = subject().create(company);
        CustomerHandle second =
                subject().create(company.toBuilder().companyName("").build());

        CustomerQuery companies = marked.query().type(CustomerType.COMPANY);
        CustomerQuery individuals = marked.query().type(CustomerType.INDIVIDUAL);
        verifyList(Set.of(first), companies);
        verifyList(Set.of(second), individuals);
        verifyList(Set.of(first, second), marked.query());
        Check.equal(List.of(first), paged(companies, 1, 1), "the companies, page by page");
        Check.equal(List.of(second), paged(individuals, 1, 1), "the individuals, page by page");
    }

    /** Verifies that a list is sorted by each field, up and down, as a whole and not page by page (rule C15). */
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
            Check.equal(orders.size(), up.size(), "the number of customers in a sorted list");
            Check.equal(up.stream().sorted().toList(), up, "the order by " + sort);
            List<String> down = new ArrayList<>(keys(sort, descending));
            Collections.reverse(down);
            Check.equal(up, down, "the order by " + sort + ", read backwards");
            for (CustomerQuery query : List.of(ascending, descending)) {
                Check.equal(handles(query), paged(query, orders.size(), 1), "the order by " + sort + ", page by page");
            }
        }
    }

    /** Lists page by page, and verifies the size and the total of each page. */
    private List<CustomerHandle> paged(CustomerQuery query, int count, int limit) {
        List<CustomerHandle> seen = new ArrayList<>();
        for (int offset = 0; offset < count + limit; offset += limit) {
            CustomerPage page = subject().list(query.limit(limit).offset(offset));
            int left = Math.max(0, Math.min(limit, count - offset));
            Check.equal(
                    left, page.customers().size(), "the number of customers on a page of " + limit + " from " + offset);
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
        Check.equal(1, page.customers().size(), "the number of customers in a list by handle");
        return page.customers().get(0);
    }

    /** Verifies what each pattern finds by its field, and what the first one finds by any name. */
    private void verifyPatterns(List<Customer> all, CustomerQuery query, Field field, List<StarPattern> patterns) {
        for (StarPattern pattern : patterns) {
            verifyList(matching(all, field, pattern), query.where(field, pattern.text()));
        }
        StarPattern any = patterns.get(0);
        verifyList(matching(all, Field.ANY_NAME, any), query.where(Field.ANY_NAME, any.text()));
    }

    /** Verifies queries with two patterns: the last name of the first customer, and the first name of each. */
    private void verifyBoth(List<Customer> all, MarkedCustomers marked) {
        Customer first = all.get(0);
        for (Customer other : all) {
            CustomerQuery query = CustomerQuery.all()
                    .where(Field.LAST_NAME, marked.pattern(Field.LAST_NAME, first))
                    .where(Field.FIRST_NAME, marked.pattern(Field.FIRST_NAME, other));
            verifyList(other.equals(first) ? Set.of(first.handle()) : Set.of(), query);
        }
    }

    private static Set<CustomerHandle> matching(List<Customer> all, Field field, StarPattern pattern) {
        return all.stream()
                .filter(customer -> pattern.matches(field, customer))
                .map(Customer::handle)
                .collect(Collectors.toSet());
    }

    private void verifyList(Set<CustomerHandle> expected, CustomerQuery query) {
        CustomerPage page = subject().list(query);
        Set<String> found =
                sorted(page.customers().stream().map(ListedCustomer::handle).toList());
        String what = " for " + query + " of " + query.patterns();
        Check.equal(sorted(expected), found, "the customers found" + what);
        Check.equal((long) expected.size(), page.total(), "the total" + what);
    }

    /** Returns the handles in an order that is the same in each message. */
    private static Set<String> sorted(Collection<CustomerHandle> handles) {
        return handles.stream().map(CustomerHandle::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> keys(Sort sort, CustomerQuery query) {
        return subject().list(query).customers().stream()
                .map(customer -> key(sort, customer))
                .toList();
    }

    /**
     * Returns the text that a customer is sorted by. Ids get leading zeros, so that they sort as texts do; a missing id
     * counts as 0.
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
