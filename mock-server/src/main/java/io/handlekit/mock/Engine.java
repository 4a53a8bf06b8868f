package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.VendorCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** What the service does with customers, without any wire. Safe for several threads. */
final class Engine {
    /** What is a little longer than it has to be is kept as it was sent; more than that is written anew. */
    private static final int MOST_KEPT_AS_SENT = 16 * 1024;

    private final InstantSource clock;
    private final long mostBytes;
    private final FormCheck form;
    private final EmailVerifications verifications;
    private final Map<CustomerHandle, Kept> customers = new ConcurrentHashMap<>();
    private final Map<CustomerHandle, Deleted> deleted = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final HandleIssuer handles = new HandleIssuer();
    private long lastId;

    /**
     * An engine without customers.
     *
     * @param mostBytes how much memory they may take
     */
    Engine(InstantSource clock, long mostBytes, AccountTags tags, EmailVerifications verifications) {
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.verifications = verifications;
        form = new FormCheck(tags);
    }

    /**
     * Stores a customer under a new handle.
     *
     * @param asSent the JSON that the draft was read from, if it was: it is kept as it is, which saves writing it again
     * @throws Refusal with the lowest code of what is wrong with it
     * @throws WireFault if there is no memory for more customers
     */
    CustomerHandle create(Behaviour behaviour, NewCustomer draft, Optional<byte[]> asSent) {
        form.check(behaviour, draft);
        checkMemory(0);
        synchronized (this) {
            CustomerHandle handle = nextHandle(behaviour, draft, Set.of());
            put(handle, draft, asSent);
            return handle;
        }
    }

    /** Stores a customer under a handle of old. */
    synchronized void put(CustomerHandle handle, NewCustomer draft, Optional<byte[]> asSent) {
        lastId++;
        Optional<Instant> commentsChangedAt =
                draft.comments().isEmpty() ? Optional.empty() : Optional.of(clock.instant());
        Optional<byte[]> asIs = asSent.filter(json -> json.length <= MOST_KEPT_AS_SENT && !Derived.addsTo(draft));
        Kept kept = asIs.isPresent()
                ? Kept.asSent(handle, lastId, draft, asIs.get(), commentsChangedAt)
                : Kept.of(handle, lastId, Derived.stored(draft), commentsChangedAt);
        customers.put(handle, kept);
        bytes.addAndGet(kept.size());
    }

    /**
     * Stores all customers of a seed, in their order, or none.
     *
     * @return their handles
     * @throws SeedFault if one cannot be stored
     * @throws WireFault if there is no memory for them
     */
    synchronized List<CustomerHandle> seed(Behaviour behaviour, CustomerSeed seed) {
        seed.check(draft -> form.check(behaviour, draft), this::isTaken);
        checkMemory(Kept.sizeOf(seed));
        Set<CustomerHandle> named = seed.handles();
        return seed.entries().stream()
                .map(entry -> {
                    CustomerHandle handle = entry.handle().orElseGet(() -> nextHandle(behaviour, entry.draft(), named));
                    put(handle, entry.draft(), Optional.empty());
                    return handle;
                })
                .toList();
    }

    /** A new handle, passing over those that a seed has used or is about to use. */
    private CustomerHandle nextHandle(Behaviour behaviour, NewCustomer draft, Set<CustomerHandle> named) {
        CustomerHandle handle;
        do {
            handle = handles.next(draft, behaviour.numberingStart());
        } while (isTaken(handle) || named.contains(handle));
        return handle;
    }

    private boolean isTaken(CustomerHandle handle) {
        return customers.containsKey(handle) || deleted.containsKey(handle);
    }

    private void checkMemory(long more) {
        if (bytes.get() + more > mostBytes) {
            throw new WireFault(WireFault.Kind.FULL, "the mock has no memory for more customers");
        }
    }

    /**
     * Changes a customer, all of it or nothing.
     *
     * @param changes what to change, given what the customer is like now
     * @throws Refusal for an unknown handle, or with the lowest code of what is wrong with the changes
     * @throws WireFault if there is no memory for more
     */
    void update(Behaviour behaviour, CustomerHandle handle, Function<NewCustomer, CustomerChanges> changes) {
        if (customers.computeIfPresent(handle, (same, kept) -> updated(behaviour, kept, changes)) == null) {
            throw unknownHandle();
        }
    }

    private Kept updated(Behaviour behaviour, Kept kept, Function<NewCustomer, CustomerChanges> reader) {
        NewCustomer old = kept.sections();
        CustomerChanges changes = reader.apply(old);
        form.check(behaviour, changes);
        checkMemory(0);
        NewCustomer next = Derived.updated(old, changes);
        boolean sameComments = next.comments().equals(old.comments());
        Kept updated = kept.with(next, sameComments ? kept.commentsChangedAt() : Optional.of(clock.instant()));
        bytes.addAndGet(updated.size() - kept.size());
        return updated;
    }

    /**
     * The customer.
     *
     * @throws Refusal for an unknown handle
     */
    Shown get(CustomerHandle handle) {
        return find(handle).orElseThrow(Engine::unknownHandle);
    }

    Optional<Shown> find(CustomerHandle handle) {
        return Optional.ofNullable(customers.get(handle))
                .map(kept -> shown(kept, true, Optional.empty()))
                .or(() -> Optional.ofNullable(deleted.get(handle))
                        .map(gone -> shown(gone.kept(), true, Optional.of(gone.at()))));
    }

    /** One page of those who fit, with additional data only if they are asked for. */
    Page list(Behaviour behaviour, CustomerQuery query) {
        boolean bareIsSubstring = behaviour.is(Switch.BarePattern.SUBSTRING);
        return Listing.page(
                customers.values(),
                query,
                bareIsSubstring,
                kept -> shown(kept, query.withAdditionalData(), Optional.empty()));
    }

    /**
     * Removes a customer for good: its number is never used again.
     *
     * @throws Refusal for an unknown handle, or for one that a switch says is in use
     */
    void delete(Behaviour behaviour, CustomerHandle handle) {
        int code = switch (behaviour.get(Switch.Delete.class)) {
            case ACCEPTED -> 0;
            case HAS_DOMAINS -> 6200;
            case ATTACHED -> 187;
            case DEFAULT_HANDLE -> 6206;
        };
        if (code != 0 && customers.containsKey(handle)) {
            throw new Refusal(code, "handle");
        }
        Kept removed = customers.remove(handle);
        if (removed == null) {
            throw unknownHandle();
        }
        if (behaviour.is(Switch.Deleted.SHOWN)) {
            deleted.put(handle, new Deleted(removed, clock.instant()));
        } else {
            bytes.addAndGet(-removed.size());
        }
    }

    int size() {
        return customers.size();
    }

    /** Forgets everything: handles and ids are counted from the start again. */
    synchronized void reset() {
        customers.clear();
        deleted.clear();
        bytes.set(0);
        handles.reset();
        lastId = 0;
    }

    private Shown shown(Kept kept, boolean withAdditionalData, Optional<Instant> deletedAt) {
        NewCustomer all = kept.sections();
        NewCustomer sections = withAdditionalData ? all : Derived.withoutAdditionalData(all);
        String status = verifications.status(sections.email());
        Customer customer = Derived.shown(kept.handle(), kept.id(), sections, status, deletedAt.isPresent());
        return new Shown(customer, kept.commentsChangedAt(), deletedAt);
    }

    private static Refusal unknownHandle() {
        return new Refusal(VendorCodes.UNKNOWN_HANDLE);
    }

    /**
     * A customer that was deleted, for as long as it is shown.
     *
     * @param kept the customer
     * @param at when it was deleted
     */
    private record Deleted(Kept kept, Instant at) {}
}
