package io.handlekit.mock.internal.engine;

import java.util.List;

/**
 * Some of all who fit a query.
 *
 * @param customers those on the page
 * @param total how many fit
 */
public record Page(List<CustomerView> customers, int total) {
    /** Shows how many. */
    @Override
    public String toString() {
        return "Page[" + customers.size() + " of " + total + "]";
    }
}
