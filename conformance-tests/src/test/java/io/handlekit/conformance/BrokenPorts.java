package io.handlekit.conformance;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Ports that do one thing wrong, over a port that does everything right. */
final class BrokenPorts {
    private static final CustomerChanges NOTHING = CustomerChanges.builder().build();
    private static final long WINDOW = Duration.ofMillis(2).toNanos();

    private BrokenPorts() {}

    /** Waits for the service before it returns. */
    static Customers blockingItsCaller(Customers port) {
        return new Sound(port) {
            @Override
            public CompletionStage<Customer> get(CustomerHandle handle) {
                return CompletableFuture.completedFuture(BlockingCustomers.await(super.get(handle)));
            }
        };
    }

    /** Takes a second update of a customer for done. */
    static Customers losingSecondUpdates(Customers port) {
        Map<CustomerHandle, Integer> updates = new ConcurrentHashMap<>();
        return new Sound(port) {
            @Override
            public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
                boolean second = updates.merge(handle, 1, Integer::sum) == 2;
                return super.update(handle, second ? NOTHING : changes);
            }
        };
    }

    /** Creates once more when a connection has broken. */
    static Customers retryingCreates(Customers port) {
        return new Sound(port) {
            @Override
            public CompletionStage<CustomerHandle> create(NewCustomer draft) {
                return super.create(draft)
                        .exceptionallyCompose(failure ->
                                isCut(failure) ? super.create(draft) : CompletableFuture.failedFuture(failure));
            }
        };
    }

    /** Takes a broken connection for one that was never there. */
    static Customers denyingEffects(Customers port) {
        return new Sound(port) {
            @Override
            public CompletionStage<CustomerHandle> create(NewCustomer draft) {
                return super.create(draft)
                        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                                isCut(failure) ? new Unavailable("cut", false, null) : failure));
            }
        };
    }

    private static boolean isCut(Throwable failure) {
        return failure instanceof Unavailable
                || (failure instanceof CompletionException && failure.getCause() instanceof Unavailable);
    }

    /** Reads the e-mail address before an update and writes it back after it. */
    static Customers writingBackWhatItRead(Customers port) {
        return new Sound(port) {
            @Override
            public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
                return super.get(handle).thenCompose(old -> {
                    LockSupport.parkNanos(WINDOW);
                    CustomerChanges all = changes.email().isKeep()
                            ? changes.toBuilder().email(old.email()).build()
                            : changes;
                    return super.update(handle, all);
                });
            }
        };
    }

    /** Hands every call on. */
    private static class Sound implements Customers {
        private final Customers port;

        Sound(Customers port) {
            this.port = port;
        }

        @Override
        public CompletionStage<CustomerHandle> create(NewCustomer draft) {
            return port.create(draft);
        }

        @Override
        public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
            return port.update(handle, changes);
        }

        @Override
        public CompletionStage<Customer> get(CustomerHandle handle) {
            return port.get(handle);
        }

        @Override
        public CompletionStage<CustomerPage> list(CustomerQuery query) {
            return port.list(query);
        }

        @Override
        public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
            return port.delete(handle);
        }
    }
}
