package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.VendorCodes;
import io.handlekit.customers.validation.CustomerRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the service does with customers, without any wire. Safe for several threads. */
final class Engine {
    private final Map<CustomerHandle, Kept> customers = new ConcurrentHashMap<>();
    private final HandleIssuer handles = new HandleIssuer();
    private long lastId;

    /**
     * Stores a customer under a new handle.
     *
     * @param asSent the JSON that the draft was read from, if it was: it is kept as it is, which saves writing it again
     * @throws Refusal with the lowest code of what is wrong with it
     */
    CustomerHandle create(NewCustomer draft, Optional<byte[]> asSent) {
        Refusal.ifErrors(CustomerRules.check(draft));
        synchronized (this) {
            CustomerHandle handle = handles.next(draft);
            put(handle, draft, asSent);
            return handle;
        }
    }

    /** Stores a customer under a handle of old. */
    synchronized void put(CustomerHandle handle, NewCustomer draft, Optional<byte[]> asSent) {
        lastId++;
        Kept kept = asSent.isPresent() && !Derived.addsTo(draft)
                ? Kept.asSent(lastId, asSent.get())
                : Kept.of(Derived.create(handle, lastId, draft));
        customers.put(handle, kept);
    }

    /**
     * Changes a customer, all of it or nothing.
     *
     * @throws Refusal for an unknown handle, or with the lowest code of what is wrong with the changes
     */
    void update(CustomerHandle handle, CustomerChanges changes) {
        if (!customers.containsKey(handle)) {
            throw new Refusal(VendorCodes.UNKNOWN_HANDLE);
        }
        Refusal.ifErrors(CustomerRules.check(changes));
        customers.computeIfPresent(handle, (same, kept) -> Kept.of(Derived.update(kept.customer(handle), changes)));
    }

    /**
     * The customer.
     *
     * @throws Refusal for an unknown handle
     */
    Customer get(CustomerHandle handle) {
        return find(handle).orElseThrow(() -> new Refusal(VendorCodes.UNKNOWN_HANDLE));
    }

    /** One page of those who fit. */
    CustomerPage list(CustomerQuery query) {
        List<Customer> fitting = customers.entrySet().stream()
                .map(entry -> entry.getValue().customer(entry.getKey()))
                .filter(customer -> Listing.fits(query, customer))
                .sorted(Listing.order(query))
                .toList();
        List<ListedCustomer> page = fitting.stream()
                .skip(query.offset())
                .limit(query.limit())
                .map(customer -> Listing.shown(query, customer))
                .toList();
        return new CustomerPage(page, fitting.size());
    }

    /**
     * Deletes a customer.
     *
     * @throws Refusal for an unknown handle
     */
    void delete(CustomerHandle handle) {
        if (customers.remove(handle) == null) {
            throw new Refusal(VendorCodes.UNKNOWN_HANDLE);
        }
    }

    Optional<Customer> find(CustomerHandle handle) {
        return Optional.ofNullable(customers.get(handle)).map(kept -> kept.customer(handle));
    }

    int size() {
        return customers.size();
    }

    /** Forgets everything: handles and ids are counted from the start again. */
    synchronized void reset() {
        customers.clear();
        handles.reset();
        lastId = 0;
    }
}
