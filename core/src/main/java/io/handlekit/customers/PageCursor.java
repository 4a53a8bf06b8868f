package io.handlekit.customers;

import io.handlekit.customers.CustomersFailure.TooMany;
import io.handlekit.customers.CustomersFailure.Unavailable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The position of a walk over pages. The walk ends whatever the service says: each page shows a new customer, or is the
 * last one. Not thread-safe.
 */
final class PageCursor {
    private final CustomerQuery query;
    private final int maxCustomers;
    private final Set<CustomerHandle> seen = new HashSet<>();
    private long offset;
    private boolean over;
    private boolean tooMany;

    PageCursor(CustomerQuery query, int maxCustomers) {
        Objects.requireNonNull(query, "query");
        if (maxCustomers < 1) {
            throw new IllegalArgumentException("maximum " + maxCustomers + " is out of range: use 1 or more customers");
        }
        this.query = query.sort().isPresent() ? query : query.ascending(CustomerQuery.Sort.ID);
        this.maxCustomers = maxCustomers;
        offset = query.offset();
    }

    /** Returns true if there is another page to request. Throws if there are more customers than the maximum. */
    boolean hasNext() {
        if (tooMany) {
            throw new TooMany(maxCustomers);
        }
        return !over;
    }

    /** Returns the query for the next page. */
    CustomerQuery next() {
        return query.offset((int) Math.min(offset, Integer.MAX_VALUE));
    }

    /**
     * Moves past a page, and returns its customers that no earlier page had. A page may be shorter than the limit, so
     * the last one is empty, or shorter than the limit and at the total. A total that is too small hides no customer
     * after a full page.
     */
    List<ListedCustomer> accept(CustomerPage page) {
        int size = page.customers().size();
        offset += size;
        over = size == 0 || (size < query.limit() && offset >= page.total());
        int before = seen.size();
        List<ListedCustomer> fresh = page.customers().stream()
                .filter(customer -> seen.add(customer.handle()))
                .toList();
        if (fresh.isEmpty() && !over) {
            throw new Unavailable(
                    "the service returned a page without new customers although it is not the last one", false, null);
        }
        tooMany = seen.size() > maxCustomers;
        return tooMany ? fresh.subList(0, maxCustomers - before) : fresh;
    }
}
