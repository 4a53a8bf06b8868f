package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of a program: what to call, as data. What it returns is the same for the model and for a store. */
sealed interface StoreStep {
    Instant NOW = Instant.parse("2026-11-26T10:00:00.123456789Z");
    int FIRST = 1;

    Object on(Stores stores);

    /** A template, a customer, and its handle if it names one. */
    private static SeedEntry entry(String letters, String handle, NewCustomer customer) {
        return new SeedEntry(
                Optional.of(handle).filter(text -> !text.isEmpty()).map(CustomerHandle::new),
                new HandleTemplate(letters, "GB"),
                new CustomerDraft(customer, Optional.empty(), Optional.of(NOW)));
    }

    record Create(String letters, NewCustomer customer) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            return stores.customers()
                    .create(
                            new HandleTemplate(letters, "GB"),
                            FIRST,
                            entry(letters, "", customer).draft());
        }
    }

    record Seed(String letters, List<String> handles, NewCustomer customer, boolean isReset) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            List<SeedEntry> entries = handles.stream()
                    .map(handle -> entry(letters, handle, customer))
                    .toList();
            try {
                if (isReset) {
                    stores.reset(entries, FIRST);
                    return "reset";
                }
                return stores.customers().seed(entries, FIRST);
            } catch (HandleTaken taken) {
                return "taken " + taken.index();
            }
        }
    }

    record Update(String handle, NewCustomer customer, boolean throwsInstead) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            try {
                return stores.customers().update(new CustomerHandle(handle), before -> {
                    if (throwsInstead) {
                        throw new IllegalStateException("refused");
                    }
                    return before.with(customer, Optional.of(NOW.plusNanos(before.id())));
                });
            } catch (IllegalStateException refused) {
                return String.valueOf(refused.getMessage());
            }
        }
    }

    record Delete(String handle, boolean keepVisible) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            return stores.customers().delete(new CustomerHandle(handle), NOW, keepVisible);
        }
    }

    record Find(String handle) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            return stores.customers().find(new CustomerHandle(handle)).map(Seen::of);
        }
    }

    record Page(CustomerQuery query, boolean bareIsSubstring) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            return Seen.page(stores.customers().list(query, bareIsSubstring));
        }
    }

    record AddTag(CustomerTag tag) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            stores.tags().add(tag);
            return stores.tags().containsAll(List.of(tag, tag));
        }
    }

    record RemoveTags(String key, String value) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            return stores.tags().remove(key, value);
        }
    }

    record Verify(String email, boolean confirm) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            return stores.verifications()
                    .change(
                            email,
                            before -> confirm
                                    ? before.map(each -> new StoredVerification(
                                            each.id(), email, each.handle(), each.deadline(), true))
                                    : Optional.of(new StoredVerification(
                                            StoredVerification.NEW,
                                            email,
                                            Optional.of(new CustomerHandle("A")),
                                            NOW.plus(Duration.ofDays(1)),
                                            false)));
        }
    }

    record Login(boolean revoke) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            String token = stores.tokens().issue(NOW);
            if (revoke) {
                stores.tokens().revoke(token);
            }
            return List.of(
                    token, stores.tokens().issuedAt(token), stores.tokens().issuedAt("\0"));
        }
    }

    /** A restart in the middle, or everything saved and loaded again, or neither: what there is stays the same. */
    record Pause(boolean restart) implements StoreStep {
        @Override
        public Object on(Stores stores) {
            return everything(stores);
        }
    }

    /** Returns all that can be seen, and that starting again changes nothing. */
    static List<Object> everything(Stores stores) {
        List<Object> all = new ArrayList<>();
        all.add(Seen.page(stores.customers().list(CustomerQuery.all().limit(1_000), false)));
        all.add(stores.customers().count());
        all.add(stores.tags().list("", ""));
        all.add(stores.verifications().list());
        all.add(stores.begin(List.of(), FIRST));
        return all;
    }

    /** A customer as it can be compared. */
    record Seen(
            CustomerHandle handle,
            long id,
            String email,
            NewCustomer sections,
            Optional<Instant> commentsChangedAt,
            Optional<Instant> deletedAt) {
        static Seen of(StoredCustomer customer) {
            return new Seen(
                    customer.handle(),
                    customer.id(),
                    customer.email(),
                    customer.sections(),
                    customer.commentsChangedAt(),
                    customer.deletedAt());
        }

        static List<Object> page(StoredPage page) {
            return List.of(page.total(), page.customers().stream().map(Seen::of).toList());
        }

        /** Shows everything, because the customers of tests are nobody's. */
        @Override
        public String toString() {
            return handle + " " + id + " " + sections.name().firstName() + "|"
                    + sections.name().lastName() + "|" + sections.companyName() + "|" + email + "|"
                    + sections.comments();
        }
    }
}
