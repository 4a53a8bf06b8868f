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

/** Ports that remember what they had better forget. */
final class ForgetfulPorts {
    private ForgetfulPorts() {}

    static Customers answeringTheOneBefore(Customers sound) {
        AtomicReference<CustomerHandle> before = new AtomicReference<>();
        return ForwardingCustomers.onCreate((any, draft) -> sound.create(draft)
                        .thenApply(handle -> Objects.requireNonNullElse(before.getAndSet(handle), handle)))
                .apply(sound);
    }

    static Customers oneForEqualDrafts(Customers sound) {
        Map<NewCustomer, CompletionStage<CustomerHandle>> created = new ConcurrentHashMap<>();
        return ForwardingCustomers.onCreate((any, draft) -> created.computeIfAbsent(draft, sound::create))
                .apply(sound);
    }

    /** As one does who takes a second create for the impatient repetition of the first. */
    static Customers oneForCreatesAtOnce(Customers sound) {
        AtomicReference<CompletableFuture<CustomerHandle>> underWay = new AtomicReference<>();
        return ForwardingCustomers.onCreate((any, draft) -> {
                    CompletableFuture<CustomerHandle> mine = new CompletableFuture<>();
                    CompletableFuture<CustomerHandle> first =
                            underWay.updateAndGet(other -> other == null || other.isDone() ? mine : other);
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

    static Customers readingOnce(Customers sound) {
        Map<CustomerHandle, CompletionStage<Customer>> read = new ConcurrentHashMap<>();
        return ForwardingCustomers.onGet((any, handle) -> read.computeIfAbsent(handle, sound::get))
                .apply(sound);
    }

    static Customers knowingByNumber(Customers sound) {
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

    static Customers mixingUpNames(Customers sound) {
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
                return updated.contains(handle) ? read.thenApply(ForgetfulPorts::mixedUp) : read;
            }
        };
    }

    private static Customer mixedUp(Customer customer) {
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
