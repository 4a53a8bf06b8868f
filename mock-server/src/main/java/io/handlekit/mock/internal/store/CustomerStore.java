package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A store of customers, in memory or in a database. Each method is one step for
 * all others, and safe for several threads. Ids count up from 1 in the order in which customers are stored.
 */
public interface CustomerStore {
    /**
     * Stores a customer under the next free handle of a template. Counting and storing are one step.
     *
     * @param firstNumber the number of the first handle with these letters
     * @throws StoreFull if there is no room
     */
    CustomerHandle create(HandleTemplate template, int firstNumber, CustomerDraft draft);

    /**
     * Stores all customers in their order, or none.
     *
     * @return their handles
     * @throws HandleTaken if an entry names a handle that another customer has
     * @throws StoreFull if there is no room for all of them
     */
    List<CustomerHandle> seed(List<SeedEntry> entries, int firstNumber);

    /** Returns the customer with this handle; also one that was deleted and is kept visible. */
    Optional<StoredCustomer> find(CustomerHandle handle);

    /**
     * Changes a customer, all of it or nothing. Deleted customers do not change.
     *
     * @param change a function without side effects: a store may run it again if another change came first. An
     *     exception from it leaves the customer as it was, and reaches the caller
     * @return false if there is no such customer
     * @throws StoreFull if there is no room
     */
    boolean update(CustomerHandle handle, UnaryOperator<StoredCustomer> change);

    /**
     * Deletes a customer. Its number is never given out again.
     *
     * @param keepVisible whether {@link #find} still returns it, marked as deleted at this time
     * @return false if there is no such customer
     */
    boolean delete(CustomerHandle handle, Instant now, boolean keepVisible);

    /**
     * Returns one page of the customers that match a query, in its order. Deleted customers are not listed.
     *
     * @param bareIsSubstring whether a pattern without a star matches each text that contains it
     */
    StoredPage list(CustomerQuery query, boolean bareIsSubstring);

    /** Returns how many customers there are, without deleted ones. */
    int count();
}
