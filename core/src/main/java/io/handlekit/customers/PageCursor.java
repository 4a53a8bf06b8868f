package io.handlekit.customers;

import io.handlekit.customers.CustomersFailure.TooMany;
import io.handlekit.customers.CustomersFailure.Unavailable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Where a walk over pages is. It ends whatever the service says: each page brings somebody new, or is the last one. Not
 * for use by several threads at a time.
 */
final class PageCursor {
    private final CustomerQuery query;
    private final int most;
    private final Set<CustomerHandle> seen = new HashSet<>();
    private long offset;
    private boolean over;
    private boolean moreThanMost;

    PageCursor(CustomerQuery query, int most) {
        Objects.requireNonNull(query, "query");
        if (most < 1) {
            throw new IllegalArgumentException("a walk sees one customer at least");
        }
        this.query = query.sort().isPresent() ? query : query.ascending(CustomerQuery.Sort.ID);
        this.most = most;
        offset = query.offset();
    }

    /** Whether there is another page to ask for; throws if the caller does not want to see so many. */
    boolean goesOn() {
        if (moreThanMost) {
            throw new TooMany(most);
        }
        return !over;
    }

    /** The query for the next page. */
    CustomerQuery next() {
        return query.offset((int) Math.min(offset, Integer.MAX_VALUE));
    }

    /**
     * Those on a page who were on none before. A page may be shorter than was asked for, so only an empty one, or one
     * that is short and reaches the total, is the last: a total that is too small hides nobody behind a full page.
     */
    List<ListedCustomer> take(CustomerPage page) {
        int size = page.customers().size();
        offset += size;
        over = size == 0 || (size < query.limit() && offset >= page.total());
        int before = seen.size();
        List<ListedCustomer> fresh = page.customers().stream()
                .filter(customer -> seen.add(customer.handle()))
                .toList();
        if (fresh.isEmpty() && !over) {
            throw new Unavailable("the service shows the same page again", false, null);
        }
        moreThanMost = seen.size() > most;
        return moreThanMost ? fresh.subList(0, most - before) : fresh;
    }
}
