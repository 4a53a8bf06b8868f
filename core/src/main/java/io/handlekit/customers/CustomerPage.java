package io.handlekit.customers;

import java.util.List;

/**
 * One page of a list of customers.
 *
 * <pre>{@code
 * CustomerPage page = blocking.list(CustomerQuery.all().where(Field.LAST_NAME, "Lovel*"));
 * page.total();     // of all pages together
 * page.customers(); // of this one
 * }</pre>
 *
 * @param customers those on this page, in the order asked for
 * @param total how many customers fit the query in all, this page's included; not negative
 */
public record CustomerPage(List<ListedCustomer> customers, long total) {
    /**
     * Copies what is given.
     *
     * @throws IllegalArgumentException if the total is negative
     */
    public CustomerPage {
        customers = List.copyOf(customers);
        if (total < 0) {
            throw new IllegalArgumentException("a total is not negative");
        }
    }

    /** Shows how many, and nobody's data. */
    @Override
    public String toString() {
        return "CustomerPage[" + customers.size() + " of " + total + "]";
    }
}
