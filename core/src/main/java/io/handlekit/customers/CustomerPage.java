package io.handlekit.customers;

import java.util.List;

/**
 * One page of a list of customers.
 *
 * <pre>{@code
 * CustomerPage page = blocking.list(CustomerQuery.all().where(Field.LAST_NAME, "Lovel*"));
 * page.total();     // on all pages
 * page.customers(); // on this page
 * }</pre>
 *
 * @param customers the customers on this page, in the order of the query
 * @param total the number of customers that match the query on all pages; not negative
 */
public record CustomerPage(List<ListedCustomer> customers, long total) {
    /**
     * Creates a page with a copy of the list.
     *
     * @throws IllegalArgumentException if the total is negative
     */
    public CustomerPage {
        customers = List.copyOf(customers);
        if (total < 0) {
            throw new IllegalArgumentException("negative total " + total);
        }
    }

    /** Returns the numbers alone, without personal data. */
    @Override
    public String toString() {
        return "CustomerPage[" + customers.size() + " of " + total + "]";
    }
}
