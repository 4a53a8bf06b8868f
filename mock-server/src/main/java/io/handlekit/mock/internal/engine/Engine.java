package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.CustomerStore;
import io.handlekit.mock.internal.store.HandleTaken;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredPage;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.CustomerView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rules of the service about customers, on top of a store. Safe for several threads: each call takes effect as a
 * whole before a reset or after it.
 */
public final class Engine {
    private final InstantSource clock;
    private final CustomerStore store;
    private final Stores stores;
    private final FormCheck form;
    private final CustomerViews views;

    public Engine(InstantSource clock, Stores stores, EmailVerifications verifications) {
        this.clock = clock;
        this.stores = stores;
        store = stores.customers();
        form = new FormCheck(stores.tags());
        views = new CustomerViews(verifications);
    }

    /**
     * Stores a customer under a new handle.
     *
     * @param json the JSON that the customer was read from, if it was
     * @throws VendorError with the lowest code of what is wrong with it
     * @throws BadRequest if the store is full
     */
    public CustomerHandle create(Behaviour behaviour, NewCustomer customer, Optional<byte[]> json) {
        form.check(behaviour, customer);
        try {
            return store.create(HandleRule.template(customer), behaviour.numberingStart(), draft(customer, json));
        } catch (StoreFull full) {
            throw full();
        }
    }

    private CustomerDraft draft(NewCustomer customer, Optional<byte[]> json) {
        NewCustomer stored = ServerDefaults.stored(customer);
        return new CustomerDraft(
                stored,
                json.filter(sent -> !ServerDefaults.addsTo(customer)),
                ServerDefaults.commentsChangedAt("", stored.comments(), Optional.empty(), clock));
    }

    /**
     * Stores all customers of a seed, in their order, or none.
     *
     * @return their handles
     * @throws InvalidSeed if one cannot be stored
     * @throws BadRequest if the store is full
     */
    public List<CustomerHandle> seed(Behaviour behaviour, CustomerSeed seed) {
        check(behaviour, seed, handle -> store.find(handle).isPresent());
        try {
            return store.seed(entries(seed), behaviour.numberingStart());
        } catch (HandleTaken taken) {
            throw InvalidSeed.taken(seed.entries().get(taken.index()).path());
        } catch (StoreFull full) {
            throw full();
        }
    }

    private void check(Behaviour behaviour, CustomerSeed seed, Predicate<CustomerHandle> taken) {
        seed.check(customer -> form.check(behaviour, customer), taken);
    }

    private List<SeedEntry> entries(CustomerSeed seed) {
        return seed.entries().stream()
                .map(entry -> entry(entry.handle(), entry.draft(), entry.commentsChangedAt()))
                .toList();
    }

    private SeedEntry entry(
            Optional<CustomerHandle> handle, NewCustomer customer, Optional<Instant> commentsChangedAt) {
        CustomerDraft draft = draft(customer, Optional.empty());
        return new SeedEntry(
                handle,
                HandleRule.template(customer),
                commentsChangedAt.isEmpty() ? draft : draft.changedAt(commentsChangedAt.get()));
    }

    /**
     * Changes a customer, all of it or nothing.
     *
     * @param changes the changes to make, given the customer as it is now; may be asked again
     * @throws VendorError for an unknown handle, or with the lowest code of what is wrong with the changes
     * @throws BadRequest if the store is full
     */
    public void update(Behaviour behaviour, CustomerHandle handle, Function<StoredCustomer, CustomerUpdate> changes) {
        try {
            if (!store.update(handle, stored -> updated(behaviour, stored, changes))) {
                throw unknownHandle();
            }
        } catch (StoreFull full) {
            throw full();
        }
    }

    private StoredCustomer updated(
            Behaviour behaviour, StoredCustomer stored, Function<StoredCustomer, CustomerUpdate> read) {
        CustomerUpdate update = read.apply(stored);
        form.check(behaviour, update.changes());
        NewCustomer old = update.old();
        NewCustomer next = ServerDefaults.updated(old, update.changes());
        return stored.with(
                next,
                update.whole(),
                ServerDefaults.commentsChangedAt(old.comments(), next.comments(), stored.commentsChangedAt(), clock));
    }

    /**
     * Returns a customer.
     *
     * @throws VendorError for an unknown handle
     */
    public CustomerView get(Behaviour behaviour, CustomerHandle handle) {
        return find(behaviour, handle).orElseThrow(Engine::unknownHandle);
    }

    /** Returns the customer with this handle; also one that was deleted and is kept visible. */
    public Optional<CustomerView> find(Behaviour behaviour, CustomerHandle handle) {
        return store.find(handle).map(stored -> views.of(behaviour, stored));
    }

    /** Returns one page of the customers that match a query. */
    public CustomerViewPage list(Behaviour behaviour, CustomerQuery query) {
        StoredPage page = store.list(query, behaviour.is(Switch.BarePattern.SUBSTRING));
        return new CustomerViewPage(views.of(behaviour, page.customers()), page.total());
    }

    /**
     * Deletes a customer. Its number is never given out again.
     *
     * @throws VendorError for an unknown handle, or for one that a switch says is in use
     */
    public void delete(Behaviour behaviour, CustomerHandle handle) {
        int code = switch (behaviour.get(Switch.Delete.class)) {
            case ACCEPTED -> 0;
            case HAS_DOMAINS -> 6200;
            case ATTACHED -> 187;
            case DEFAULT_HANDLE -> 6206;
        };
        if (code != 0) {
            throw store.find(handle).filter(stored -> !stored.isDeleted()).isPresent()
                    ? new VendorError(code, "handle")
                    : unknownHandle();
        }
        if (!store.delete(handle, clock.instant(), behaviour.is(Switch.Deleted.SHOWN))) {
            throw unknownHandle();
        }
    }

    /** Returns how many customers there are. */
    public int count() {
        return store.count();
    }

    /**
     * Stores the customers of the start in a store that is new.
     *
     * @return false if the store keeps something from before, which stays as it is
     * @throws InvalidSeed if one of them cannot be stored
     * @throws BadRequest if the store is full
     */
    public boolean begin(StartingCustomers start) {
        List<SeedEntry> entries = entries(start);
        try {
            return stores.begin(entries, start.behaviour().numberingStart());
        } catch (StoreFull full) {
            throw full();
        }
    }

    /**
     * Removes customers, tags and verifications, and stores the customers of the start. No reader sees the store empty
     * or half filled.
     *
     * @throws InvalidSeed if one of them cannot be stored
     * @throws BadRequest if the store is full
     */
    public synchronized void reset(StartingCustomers start) {
        List<SeedEntry> entries = entries(start);
        try {
            stores.reset(entries, start.behaviour().numberingStart());
        } catch (StoreFull full) {
            throw full();
        }
    }

    private List<SeedEntry> entries(StartingCustomers start) {
        List<SeedEntry> entries = new ArrayList<>();
        if (start.documentationCustomer()) {
            entries.add(entry(
                    Optional.of(StartingCustomers.DOCUMENTATION_HANDLE),
                    StartingCustomers.readDocumentationCustomer(),
                    Optional.empty()));
        }
        start.seed().ifPresent(seed -> {
            check(start.behaviour(), seed, handle -> isDocumentationCustomer(start, handle));
            entries.addAll(entries(seed));
        });
        return entries;
    }

    private static boolean isDocumentationCustomer(StartingCustomers start, CustomerHandle handle) {
        return start.documentationCustomer() && handle.equals(StartingCustomers.DOCUMENTATION_HANDLE);
    }

    private static BadRequest full() {
        return new BadRequest(BadRequest.Kind.FULL, "the mock has no memory for more customers");
    }

    private static VendorError unknownHandle() {
        return new VendorError(VendorCodes.UNKNOWN_HANDLE);
    }
}
