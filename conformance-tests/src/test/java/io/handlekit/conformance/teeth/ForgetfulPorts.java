package io.handlekit.conformance.teeth;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Ports with a fault that keep state between calls. */
final class ForgetfulPorts {
    private ForgetfulPorts() {}

    static Customers returningTheHandleBefore(Customers sound) {
        AtomicReference<CustomerHandle> before = new AtomicReference<>();
        return ForwardingCustomers.onCreate((any, draft) -> sound.create(draft)
                        .thenApply(handle -> Objects.requireNonNullElse(before.getAndSet(handle), handle)))
                .apply(sound);
    }

    static Customers oneHandleForEqualDrafts(Customers sound) {
        Map<NewCustomer, CompletionStage<CustomerHandle>> created = new ConcurrentHashMap<>();
        return ForwardingCustomers.onCreate((any, draft) -> created.computeIfAbsent(draft, sound::create))
                .apply(sound);
    }

    /** Takes a create during another for a repetition of it. */
    static Customers oneHandleForConcurrentCreates(Customers sound) {
        AtomicReference<CompletableFuture<CustomerHandle>> inFlight = new AtomicReference<>();
        return ForwardingCustomers.onCreate((any, draft) -> {
                    CompletableFuture<CustomerHandle> mine = new CompletableFuture<>();
                    CompletableFuture<CustomerHandle> first =
                            inFlight.updateAndGet(other -> other == null || other.isDone() ? mine : other);
                    if (first == mine) {
                        sound.create(draft).whenCompleteAsync((handle, failure) -> {
                            if (failure == null) {
                                mine.complete(handle);
                            } else {
                                mine.completeExceptionally(failure);
                            }
                        });
                    }
                    return first;
                })
                .apply(sound);
    }

    static Customers cachingReads(Customers sound) {
        Map<CustomerHandle, CompletionStage<Customer>> read = new ConcurrentHashMap<>();
        return ForwardingCustomers.onGet((any, handle) -> read.computeIfAbsent(handle, sound::get))
                .apply(sound);
    }

    static Customers ignoringCountries(Customers sound) {
        Map<String, CustomerHandle> byNumber = new ConcurrentHashMap<>();
        return new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<CustomerHandle> create(NewCustomer draft) {
                return sound.create(draft).thenApply(handle -> {
                    byNumber.put(number(handle), handle);
                    return handle;
                });
            }

            @Override
            public CompletionStage<Customer> get(CustomerHandle handle) {
                return sound.get(byNumber.getOrDefault(number(handle), handle));
            }
        };
    }

    private static String number(CustomerHandle handle) {
        return handle.value().replaceFirst("-.*", "");
    }

    static Customers swappingNames(Customers sound) {
        Set<CustomerHandle> updated = ConcurrentHashMap.newKeySet();
        return new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
                updated.add(handle);
                return sound.update(handle, changes);
            }

            @Override
            public CompletionStage<Customer> get(CustomerHandle handle) {
                CompletionStage<Customer> read = sound.get(handle);
                return updated.contains(handle) ? read.thenApply(ForgetfulPorts::swapped) : read;
            }
        };
    }

    private static Customer swapped(Customer customer) {
        PersonName name = customer.name();
        NewCustomer sections = NewCustomer.copyOf(customer)
                .name(new PersonName(name.initials(), name.lastName(), name.prefix(), name.firstName()))
                .build();
        return Customer.builder(customer.handle(), sections)
                .fullName(customer.fullName())
                .build();
    }

    static Customers deletingTheLatestToo(Customers sound) {
        AtomicReference<CustomerHandle> latest = new AtomicReference<>();
        return new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<CustomerHandle> create(NewCustomer draft) {
                return sound.create(draft).whenComplete((handle, failure) -> latest.set(handle));
            }

            @Override
            public CompletionStage<Void> delete(CustomerHandle handle) {
                return sound.delete(handle).thenCompose(done -> sound.delete(latest.get()));
            }
        };
    }
}
