package io.handlekit.mock;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
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
final class CustomerSeed {
    private static final Behaviour STRICT = Behaviour.defaults().with(Switch.UnknownFields.REFUSE);

    private final List<Entry> entries;
    private final long bytes;

    private CustomerSeed(List<Entry> entries, long bytes) {
        this.entries = entries;
        this.bytes = bytes;
    }

    /**
     * Reads customers; whether they can be stored is not looked at.
     *
     * @throws SeedFault with the first thing that is wrong with the JSON
     */
    static CustomerSeed read(byte[] json) {
        try {
            List<Entry> entries = Body.parseAll(json).stream().map(Entry::read).toList();
            return new CustomerSeed(entries, json.length);
        } catch (WireFault fault) {
            throw SeedFault.of(fault);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** How long the JSON was. */
    long bytes() {
        return bytes;
    }

    /** The handles that are named. */
    Set<CustomerHandle> handles() {
        Set<CustomerHandle> handles = new HashSet<>();
        entries.forEach(entry -> entry.handle().ifPresent(handles::add));
        return handles;
    }

    /**
     * Looks at every customer.
     *
     * @param form throws a {@link Refusal} or a {@link WireFault} for a customer that would not be created
     * @param taken whether there is such a customer already
     * @throws SeedFault for the first one that cannot be stored
     */
    void check(Consumer<NewCustomer> form, Predicate<CustomerHandle> taken) {
        Set<CustomerHandle> before = new HashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            String path = "[" + index + "]";
            try {
                form.accept(entry.draft());
            } catch (Refusal refusal) {
                throw SeedFault.of(path, refusal);
            } catch (WireFault fault) {
                throw SeedFault.of(path, fault);
            }
            if (entry.handle()
                    .filter(handle -> !before.add(handle) || taken.test(handle))
                    .isPresent()) {
                throw SeedFault.taken(path);
            }
        }
    }

    /**
     * One customer.
     *
     * @param handle its handle, if one is named
     * @param draft what a create would be sent
     */
    record Entry(Optional<CustomerHandle> handle, NewCustomer draft) {
        private static Entry read(Body body) {
            NewCustomer draft = WireReader.seed(body, new Ignored(STRICT));
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
