package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import io.handlekit.mock.internal.wire.IgnoredMembers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Customers to store all at once: a JSON array of the bodies of creates, each with its handle if it is to have a certain
 * one. Unknown members are refused, because a misspelt one would otherwise show only in a test that fails. Immutable.
 */
public final class CustomerSeed {
    private static final Behaviour STRICT = Behaviour.defaults().with(Switch.UnknownFields.REFUSE);

    private final List<Entry> entries;

    private CustomerSeed(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads customers, without checking whether they can be stored.
     *
     * @throws InvalidSeed with the first thing that is wrong with the JSON
     */
    public static CustomerSeed read(byte[] json) {
        try {
            List<Entry> entries = Body.parseAll(json).stream().map(Entry::read).toList();
            return new CustomerSeed(entries);
        } catch (BadRequest refused) {
            throw InvalidSeed.of(refused);
        }
    }

    /** Returns the customers, in their order. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * Checks every customer.
     *
     * @param form throws a {@link VendorError} or a {@link BadRequest} for a customer that would not be created
     * @param taken whether another customer has this handle
     * @throws InvalidSeed for the first customer that cannot be stored
     */
    void check(Consumer<NewCustomer> form, Predicate<CustomerHandle> taken) {
        Set<CustomerHandle> before = new HashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            String path = "[" + index + "]";
            try {
                form.accept(entry.draft());
            } catch (VendorError error) {
                throw InvalidSeed.of(path, error);
            } catch (BadRequest refused) {
                throw InvalidSeed.of(path, refused);
            }
            if (entry.handle()
                    .filter(handle -> !before.add(handle) || taken.test(handle))
                    .isPresent()) {
                throw InvalidSeed.taken(path);
            }
        }
    }

    /**
     * One customer.
     *
     * @param handle its handle, if one is named
     * @param draft what a create would send
     */
    public record Entry(Optional<CustomerHandle> handle, NewCustomer draft) {
        private static Entry read(Body body) {
            NewCustomer draft = CustomerReader.seed(body, new IgnoredMembers(STRICT));
            return new Entry(
                    Optional.of(body.text("handle"))
                            .filter(text -> !text.isBlank())
                            .map(CustomerHandle::new),
                    draft);
        }

        /** Shows the handle only. */
        @Override
        public String toString() {
            return "Entry[" + handle + "]";
        }
    }
}
