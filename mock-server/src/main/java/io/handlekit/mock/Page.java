package io.handlekit.mock;

import java.util.List;

/**
 * Some of all who fit a query.
 *
 * @param customers those on the page
 * @param total how many fit
 */
record Page(List<Shown> customers, int total) {
    /** Shows how many. */
    @Override
    public String toString() {
        return "Page[" + customers.size() + " of " + total + "]";
    }
}
