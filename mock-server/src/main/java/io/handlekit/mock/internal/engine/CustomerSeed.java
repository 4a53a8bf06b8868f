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
 * Customers to put into the mock all at once: a JSON array of what a create is sent, where each may name its handle
 * besides. Members that nobody knows are refused, since a misspelt one would be missed only in a test that fails.
 * Immutable.
 */
public final class CustomerSeed {
    private static final Behaviour STRICT = Behaviour.defaults().with(Switch.UnknownFields.REFUSE);

    private final List<Entry> entries;

    private CustomerSeed(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads customers; whether they can be stored is not looked at.
     *
     * @throws InvalidSeed with the first thing that is wrong with the JSON
     */
    public static CustomerSeed read(byte[] json) {
        try {
            List<Entry> entries = Body.parseAll(json).stream().map(Entry::read).toList();
            return new CustomerSeed(entries);
        } catch (BadRequest fault) {
            throw InvalidSeed.of(fault);
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /**
     * Looks at every customer.
     *
     * @param form throws a {@link VendorError} or a {@link BadRequest} for a customer that would not be created
     * @param taken whether there is such a customer already
     * @throws InvalidSeed for the first one that cannot be stored
     */
    void check(Consumer<NewCustomer> form, Predicate<CustomerHandle> taken) {
        Set<CustomerHandle> before = new HashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            String path = "[" + index + "]";
            try {
                form.accept(entry.draft());
            } catch (VendorError refusal) {
                throw InvalidSeed.of(path, refusal);
            } catch (BadRequest fault) {
                throw InvalidSeed.of(path, fault);
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
     * @param draft what a create would be sent
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

        /** Shows the handle alone. */
        @Override
        public String toString() {
            return "Entry[" + handle + "]";
        }
    }
}
