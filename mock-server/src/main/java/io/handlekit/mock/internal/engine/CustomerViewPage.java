package io.handlekit.mock.internal.engine;

import io.handlekit.mock.internal.wire.CustomerView;
import java.util.List;

/**
 * One page of the customers that match a query, as the service shows them.
 *
 * @param customers the customers on the page
 * @param total how many match
 */
public record CustomerViewPage(List<CustomerView> customers, int total) {
    /** Shows the numbers only. */
    @Override
    public String toString() {
        return "CustomerViewPage[" + customers.size() + " of " + total + "]";
    }
}
