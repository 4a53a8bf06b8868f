package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.BrokenSubject.port;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onCreate;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onGet;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onUpdate;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.validation.CustomerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Ports with one fault each that only several calls reveal. */
final class BrokenPrograms {
    private static final CustomerChanges NOTHING = CustomerChanges.builder().build();
    private static final long WINDOW = Duration.ofMillis(2).toNanos();

    private BrokenPrograms() {}

    static List<BrokenSubject> all() {
        return List.of(
                port(
                        "blocks its caller",
                        onGet((sound, handle) ->
                                CompletableFuture.completedFuture(BlockingCustomers.await(sound.get(handle)))),
                        "C16"),
                port("loses the second update", BrokenPrograms::losingSecondUpdates, "C18"),
                port(
                        "retries a create when the connection breaks",
                        onCreate((sound, draft) -> sound.create(draft)
                                .exceptionallyCompose(failure -> isCut(failure)
                                        ? sound.create(draft)
                                        : CompletableFuture.failedFuture(failure))),
                        "C19"),
                port(
                        "reports a broken connection as never opened",
                        onCreate((sound, draft) -> sound.create(draft)
                                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                                        isCut(failure) ? new Unavailable("cut", false, null) : failure))),
                        "C19"),
                port("writes back an e-mail address it has read", onUpdate(BrokenPrograms::writingBack), "C20"),
                port(
                        "answers concurrent creates with one handle",
                        ForgetfulPorts::oneHandleForConcurrentCreates,
                        "C20"));
    }

    /** Drops the second valid update of each customer. Updates with errors do not count: every port refuses those. */
    static Customers losingSecondUpdates(Customers port) {
        Map<CustomerHandle, Integer> updates = new ConcurrentHashMap<>();
        return onUpdate((sound, handle, changes) -> {
                    boolean isSecond =
                            !CustomerRules.check(changes).hasErrors() && updates.merge(handle, 1, Integer::sum) == 2;
                    return sound.update(handle, isSecond ? NOTHING : changes);
                })
                .apply(port);
    }

    /** Drops every fifth update, whichever customer it is for. */
    static Customers losingEachFifthUpdate(Customers port) {
        AtomicInteger updates = new AtomicInteger();
        return onUpdate((sound, handle, changes) ->
                        sound.update(handle, updates.incrementAndGet() % 5 == 0 ? NOTHING : changes))
                .apply(port);
    }

    private static boolean isCut(Throwable failure) {
        return failure instanceof Unavailable
                || (failure instanceof CompletionException && failure.getCause() instanceof Unavailable);
    }

    /** Reads the e-mail address first, and writes it back even if another client has changed it since. */
    private static CompletionStage<Void> writingBack(Customers sound, CustomerHandle handle, CustomerChanges changes) {
        return sound.get(handle).thenCompose(old -> {
            LockSupport.parkNanos(WINDOW);
            return sound.update(
                    handle,
                    changes.email().isKeep()
                            ? changes.toBuilder().email(old.email()).build()
                            : changes);
        });
    }
}
