package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.VendorCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What the service does with customers, without any wire. Safe for several threads. */
final class Engine {
    private final Behaviour behaviour;
    private final InstantSource clock;
    private final FormCheck form;
    private final EmailVerifications verifications;
    private final Map<CustomerHandle, Kept> customers = new ConcurrentHashMap<>();
    private final HandleIssuer handles;
    private long lastId;

    Engine(Behaviour behaviour, InstantSource clock, AccountTags tags, EmailVerifications verifications) {
        this.behaviour = behaviour;
        this.clock = clock;
        this.verifications = verifications;
        form = new FormCheck(behaviour, tags);
        handles = new HandleIssuer(behaviour.numberingStart());
    }

    /**
     * Stores a customer under a new handle.
     *
     * @param asSent the JSON that the draft was read from, if it was: it is kept as it is, which saves writing it again
     * @throws Refusal with the lowest code of what is wrong with it
     */
    CustomerHandle create(NewCustomer draft, Optional<byte[]> asSent) {
        form.check(draft);
        synchronized (this) {
            CustomerHandle handle = handles.next(draft);
            put(handle, draft, asSent);
            return handle;
        }
    }

    /** Stores a customer under a handle of old. */
    synchronized void put(CustomerHandle handle, NewCustomer draft, Optional<byte[]> asSent) {
        lastId++;
        Optional<Instant> commentsChangedAt =
                draft.comments().isEmpty() ? Optional.empty() : Optional.of(clock.instant());
        Kept kept = asSent.isPresent() && !Derived.addsTo(draft)
                ? Kept.asSent(handle, lastId, draft, asSent.get(), commentsChangedAt)
                : Kept.of(handle, lastId, Derived.stored(draft), commentsChangedAt);
        customers.put(handle, kept);
    }

    /**
     * Changes a customer, all of it or nothing.
     *
     * @param changes what to change, given what the customer is like now
     * @throws Refusal for an unknown handle, or with the lowest code of what is wrong with the changes
     */
    void update(CustomerHandle handle, Function<NewCustomer, CustomerChanges> changes) {
        if (customers.computeIfPresent(handle, (same, kept) -> updated(kept, changes)) == null) {
            throw unknownHandle();
        }
    }

    private Kept updated(Kept kept, Function<NewCustomer, CustomerChanges> reader) {
        NewCustomer old = kept.sections();
        CustomerChanges changes = reader.apply(old);
        form.check(changes);
        NewCustomer next = Derived.updated(old, changes);
        return kept.with(
                next, next.comments().equals(old.comments()) ? kept.commentsChangedAt() : Optional.of(clock.instant()));
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
        return Optional.ofNullable(customers.get(handle)).map(kept -> shown(kept, true));
    }

    /** One page of those who fit, with additional data only if they are asked for. */
    Page list(CustomerQuery query) {
        Listing listing = Listing.of(customers.values(), query, behaviour.is(Switch.BarePattern.SUBSTRING));
        return new Page(
                listing.page().stream()
                        .map(kept -> shown(kept, query.withAdditionalData()))
                        .toList(),
                listing.total());
    }

    /**
     * Removes a customer for good: its number is never used again.
     *
     * @throws Refusal for an unknown handle, or for one that a switch says is in use
     */
    void delete(CustomerHandle handle) {
        int code = switch (behaviour.get(Switch.Delete.class)) {
            case ACCEPTED -> 0;
            case HAS_DOMAINS -> 6200;
            case ATTACHED -> 187;
            case DEFAULT_HANDLE -> 6206;
        };
        if (code != 0 && customers.containsKey(handle)) {
            throw new Refusal(code, "handle");
        }
        if (customers.remove(handle) == null) {
            throw unknownHandle();
        }
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

    private Shown shown(Kept kept, boolean withAdditionalData) {
        NewCustomer all = kept.sections();
        NewCustomer sections = withAdditionalData ? all : Derived.withoutAdditionalData(all);
        String status = verifications.status(sections.email());
        Customer customer = Derived.shown(kept.handle(), kept.id(), sections, status);
        return new Shown(customer, kept.commentsChangedAt());
    }

    private static Refusal unknownHandle() {
        return new Refusal(VendorCodes.UNKNOWN_HANDLE);
    }
}
