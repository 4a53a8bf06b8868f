package io.handlekit.mock.internal.store;

import java.util.List;

/**
 * One page of the customers that match a query.
 *
 * @param customers the customers on the page
 * @param total how many match
 */
public record StoredPage(List<StoredCustomer> customers, int total) {
    /** Shows the numbers only. */
    @Override
    public String toString() {
        return "StoredPage[" + customers.size() + " of " + total + "]";
    }
}
