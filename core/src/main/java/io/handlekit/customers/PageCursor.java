package io.handlekit.customers;

import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.TooMany;
import io.handlekit.customers.CustomersFailure.Unavailable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The position of a walk over pages.
 *
 * <p>Each page repeats the last customer of the page before. If it begins with another one, customers before it were
 * deleted, and those after it moved up. The walk then steps back, twice as far each time, until a page begins with a
 * customer that was seen. Nothing is missing after such a customer.
 *
 * <p>The walk ends whatever the service says. Not thread-safe.
 */
final class PageCursor {
    /** A page without a new customer follows a step back. More of them than this come from a broken service. */
    private static final int MAX_CALLS_WITHOUT_NEW_CUSTOMERS = 1_000;

    private final int pageSize;
    private final int maxCustomers;
    private final long start;
    private final Set<CustomerHandle> seen = new HashSet<>();
    private CustomerQuery query;
    private boolean ownOrder;
    private long position;
    private long overlap;
    private long farthest;
    private int callsWithoutNewCustomers;
    private boolean over;
    private boolean tooMany;

    PageCursor(CustomerQuery query, int maxCustomers) {
        Objects.requireNonNull(query, "query");
        if (maxCustomers < 1) {
            throw new IllegalArgumentException("maximum " + maxCustomers + " is out of range: use 1 or more customers");
        }
        this.ownOrder = query.sort().isEmpty();
        this.query = ownOrder ? query.ascending(CustomerQuery.Sort.ID) : query;
        this.pageSize = query.pageSize();
        this.maxCustomers = maxCustomers;
        start = query.offset();
        position = start;
        farthest = start;
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
        return query.offset((int) Math.min(offset(), Integer.MAX_VALUE)).limit(limit());
    }

    private long offset() {
        return position - overlap;
    }

    private int limit() {
        return (int) Math.min(pageSize + overlap, CustomerQuery.MAX_LIMIT);
    }

    /** Drops the order if the service refused the first page, and the order is ours. Returns true if it did. */
    boolean dropsOrder(Throwable failure) {
        boolean drops = ownOrder && seen.isEmpty() && failure instanceof Rejected refused && !refused.isTransient();
        if (drops) {
            query = query.unordered();
            ownOrder = false;
        }
        return drops;
    }

    /**
     * Moves past a page, and returns its customers that no earlier page had. A page may be shorter than the limit, so
     * the last one is empty, or shorter than the limit and at the total. A total that is too small hides no customer
     * after a full page.
     */
    List<ListedCustomer> accept(CustomerPage page) {
        List<ListedCustomer> customers = page.customers();
        if (overlap > 0 && offset() > start && !beginsWithSeen(customers)) {
            overlap = Math.min(2 * overlap, position - start);
            countCall(true);
            return List.of();
        }
        long end = offset() + customers.size();
        over = customers.isEmpty() || (customers.size() < limit() && end >= page.total());
        int before = seen.size();
        List<ListedCustomer> fresh = customers.stream()
                .filter(customer -> seen.add(customer.handle()))
                .toList();
        countCall(fresh.isEmpty() && !over);
        moveTo(end, fresh.isEmpty(), customers.size() < limit());
        tooMany = seen.size() > maxCustomers;
        return tooMany ? fresh.subList(0, maxCustomers - before) : fresh;
    }

    private boolean beginsWithSeen(List<ListedCustomer> customers) {
        return !customers.isEmpty() && seen.contains(customers.get(0).handle());
    }

    /** If a short page shows the overlap alone although the total is greater, the next page decides: no overlap. */
    private void moveTo(long end, boolean nothingNew, boolean shortPage) {
        if (nothingNew && !over && end > farthest) {
            throw withoutNewCustomers();
        }
        overlap = nothingNew && shortPage && end == position ? 0 : 1;
        position = end;
        farthest = Math.max(farthest, end);
    }

    private void countCall(boolean nothingNew) {
        callsWithoutNewCustomers = nothingNew ? callsWithoutNewCustomers + 1 : 0;
        if (callsWithoutNewCustomers > MAX_CALLS_WITHOUT_NEW_CUSTOMERS) {
            throw withoutNewCustomers();
        }
    }

    private static Unavailable withoutNewCustomers() {
        return new Unavailable(
                "the service returned a page without new customers although it is not the last one", false, null);
    }
}
