package io.handlekit.mock.internal.engine;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.store.MemoryListing;
import io.handlekit.mock.internal.store.MemoryStore;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.wire.BadRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the service does with customers, without any wire. Safe for several threads: whatever one of them does is done
 * as a whole before a reset or after it.
 */
public final class Engine {
    private final InstantSource clock;
    private final long mostBytes;
    private final FormCheck form;
    private final EmailVerifications verifications;
    private volatile MemoryStore store;

    /**
     * An engine without customers.
     *
     * @param mostBytes how much memory they may take
     */
    public Engine(InstantSource clock, long mostBytes, AccountTags tags, EmailVerifications verifications) {
        this(clock, mostBytes, new FormCheck(tags), verifications);
    }

    private Engine(InstantSource clock, long mostBytes, FormCheck form, EmailVerifications verifications) {
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.form = form;
        this.verifications = verifications;
        store = new MemoryStore(clock);
    }

    /**
     * Stores a customer under a new handle.
     *
     * @param asSent the JSON that the draft was read from, if it was: it is kept as it is, which saves writing it again
     * @throws VendorError with the lowest code of what is wrong with it
     * @throws BadRequest if there is no memory for more customers
     */
    public CustomerHandle create(Behaviour behaviour, NewCustomer draft, Optional<byte[]> asSent) {
        MemoryStore store = this.store;
        form.check(behaviour, draft);
        checkMemory(store, 0);
        return store.create(behaviour.numberingStart(), draft, asSent);
    }

    /** Stores a customer under a handle of old. */
    public void put(CustomerHandle handle, NewCustomer draft, Optional<byte[]> asSent) {
        store.put(handle, draft, asSent);
    }

    /**
     * Stores all customers of a seed, in their order, or none.
     *
     * @return their handles
     * @throws InvalidSeed if one cannot be stored
     * @throws BadRequest if there is no memory for them
     */
    public List<CustomerHandle> seed(Behaviour behaviour, CustomerSeed seed) {
        MemoryStore store = this.store;
        synchronized (store) {
            seed.check(draft -> form.check(behaviour, draft), store::isTaken);
            checkMemory(store, StoredCustomer.sizeOf(seed));
            return store.seed(behaviour.numberingStart(), seed);
        }
    }

    private void checkMemory(MemoryStore store, long more) {
        if (store.bytes() + more > mostBytes) {
            throw new BadRequest(BadRequest.Kind.FULL, "the mock has no memory for more customers");
        }
    }

    /**
     * Changes a customer, all of it or nothing.
     *
     * @param changes what to change, given what the customer is like now
     * @throws VendorError for an unknown handle, or with the lowest code of what is wrong with the changes
     * @throws BadRequest if there is no memory for more
     */
    public void update(Behaviour behaviour, CustomerHandle handle, Function<NewCustomer, CustomerChanges> changes) {
        MemoryStore store = this.store;
        if (!store.update(handle, kept -> updated(behaviour, store, kept, changes))) {
            throw unknownHandle();
        }
    }

    private StoredCustomer updated(
            Behaviour behaviour,
            MemoryStore store,
            StoredCustomer kept,
            Function<NewCustomer, CustomerChanges> reader) {
        NewCustomer old = kept.sections();
        CustomerChanges changes = reader.apply(old);
        form.check(behaviour, changes);
        checkMemory(store, 0);
        NewCustomer next = ServerDefaults.updated(old, changes);
        boolean sameComments = next.comments().equals(old.comments());
        return kept.with(next, sameComments ? kept.commentsChangedAt() : Optional.of(clock.instant()));
    }

    /**
     * The customer.
     *
     * @throws VendorError for an unknown handle
     */
    public CustomerView get(CustomerHandle handle) {
        return find(handle).orElseThrow(Engine::unknownHandle);
    }

    public Optional<CustomerView> find(CustomerHandle handle) {
        MemoryStore store = this.store;
        return store.find(handle)
                .map(kept -> shown(kept, true, Optional.empty()))
                .or(() -> store.findDeleted(handle).map(gone -> shown(gone.kept(), true, Optional.of(gone.at()))));
    }

    /** One page of those who fit, with additional data only if they are asked for. */
    public Page list(Behaviour behaviour, CustomerQuery query) {
        boolean bareIsSubstring = behaviour.is(Switch.BarePattern.SUBSTRING);
        return MemoryListing.page(
                store.all(), query, bareIsSubstring, kept -> shown(kept, query.withAdditionalData(), Optional.empty()));
    }

    /**
     * Removes a customer for good: its number is never used again.
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
        MemoryStore store = this.store;
        if (code != 0 && store.find(handle).isPresent()) {
            throw new VendorError(code, "handle");
        }
        if (!store.delete(handle, behaviour.is(Switch.Deleted.SHOWN))) {
            throw unknownHandle();
        }
    }

    public int size() {
        return store.size();
    }

    /**
     * Forgets everything, so that handles and ids are counted from the start again. Nobody ever sees it empty, or half
     * filled: who is about to change something does so in what is forgotten.
     *
     * @param start puts in what is there from the start
     */
    public void reset(Consumer<Engine> start) {
        Engine fresh = new Engine(clock, mostBytes, form, verifications);
        start.accept(fresh);
        store = fresh.store;
    }

    private CustomerView shown(StoredCustomer kept, boolean withAdditionalData, Optional<Instant> deletedAt) {
        NewCustomer all = kept.sections();
        NewCustomer sections = withAdditionalData ? all : ServerDefaults.withoutAdditionalData(all);
        String status = verifications.status(sections.email());
        Customer customer = ServerDefaults.shown(kept.handle(), kept.id(), sections, status, deletedAt.isPresent());
        return new CustomerView(customer, kept.commentsChangedAt(), deletedAt);
    }

    private static VendorError unknownHandle() {
        return new VendorError(VendorCodes.UNKNOWN_HANDLE);
    }
}
