package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.BrokenSubject.port;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onCreate;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onGet;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onUpdate;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.vendor.VendorAnswer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Ports with one fault each in how they refuse and fail. */
final class BrokenFailures {
    private static final int NO_SUCH_HANDLE = 320;
    private static final NewCustomer VALID = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.com")
            .build();

    private BrokenFailures() {}

    static List<BrokenSubject> refusing() {
        return List.of(
                port(
                        "reports only the first error",
                        onCreate((sound, draft) -> otherwise(sound.create(draft), BrokenFailures::withOneError)),
                        "C05"),
                port(
                        "sends a create before it refuses one",
                        onCreate((sound, draft) -> CustomerRules.check(draft).hasErrors()
                                ? sound.create(VALID).thenCompose(handle -> sound.create(draft))
                                : sound.create(draft)),
                        "C05"),
                port(
                        "reads the customer before it checks the changes",
                        onUpdate((sound, handle, changes) ->
                                sound.get(handle).thenCompose(customer -> sound.update(handle, changes))),
                        "C06"),
                port("updates the comments before it refuses changes", onUpdate(BrokenFailures::applyingNotes), "C06"));
    }

    private static CustomersFailure withOneError(CustomersFailure failure) {
        return failure instanceof Invalid invalid
                ? new Invalid(
                        new Findings(invalid.findings().firstError().stream().toList()))
                : failure;
    }

    private static CompletionStage<Void> applyingNotes(
            Customers sound, CustomerHandle handle, CustomerChanges changes) {
        return sound.update(handle, changes)
                .exceptionallyCompose(refused -> sound.update(
                                handle,
                                CustomerChanges.builder().comments("nearly").build())
                        .thenCompose(done -> sound.update(handle, changes)));
    }

    static List<BrokenSubject> failing() {
        return List.of(
                port("throws instead of failing", onCreate((sound, draft) -> thrown(sound.create(draft))), "C05"),
                port("throws for an unknown handle", onGet((sound, handle) -> thrown(sound.get(handle))), "C07"),
                port(
                        "wraps its failures",
                        onGet((sound, handle) -> sound.get(handle)
                                .exceptionallyCompose(
                                        failure -> CompletableFuture.failedFuture(new IllegalStateException(failure)))),
                        "C07"),
                port(
                        "reports success for the update of an unknown handle",
                        onUpdate((sound, handle, changes) -> sound.update(handle, changes)
                                .exceptionallyCompose(failure -> failure instanceof Invalid
                                        ? CompletableFuture.failedFuture(failure)
                                        : CompletableFuture.completedFuture(null))),
                        "C07"),
                port(
                        "reports an unknown handle as rejected",
                        onGet((sound, handle) -> otherwise(sound.get(handle), BrokenFailures::asARefusal)),
                        "C07"));
    }

    private static CustomersFailure asARefusal(CustomersFailure failure) {
        return failure instanceof UnknownHandle
                ? new Rejected(VendorAnswer.of(500, NO_SUCH_HANDLE, "", ""), false)
                : failure;
    }

    private static <T> CompletionStage<T> thrown(CompletionStage<T> stage) {
        try {
            stage.toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw (CustomersFailure) failed.getCause();
        }
        return stage;
    }

    static List<BrokenSubject> leaking() {
        return List.of(
                port(
                        "quotes an e-mail address in a finding",
                        onCreate((sound, draft) ->
                                otherwise(sound.create(draft), failure -> quoting(failure, draft.email()))),
                        "C17"),
                port(
                        "leaks a name into an exception's cause",
                        onCreate((sound, draft) -> otherwise(
                                sound.create(draft),
                                failure -> new Unavailable(
                                        "refused",
                                        false,
                                        new IllegalArgumentException(
                                                draft.name().lastName())))),
                        "C17"),
                port(
                        "quotes a city in the cause of a broken connection",
                        onCreate((sound, draft) -> otherwise(
                                sound.create(draft),
                                failure -> failure instanceof Unavailable
                                        ? new Unavailable(
                                                "cut",
                                                true,
                                                new IOException(draft.address().city()))
                                        : failure)),
                        "C17"),
                port(
                        "quotes a street in a suppressed exception",
                        onUpdate((sound, handle, changes) -> otherwise(
                                sound.update(handle, changes), failure -> suppressing(failure, street(changes)))),
                        "C17"));
    }

    private static CustomersFailure quoting(CustomersFailure failure, String text) {
        return failure instanceof Invalid invalid
                ? new Invalid(new Findings(invalid.findings().all().stream()
                        .map(finding ->
                                new Finding(finding.severity(), finding.path(), finding.code(), "not allowed: " + text))
                        .toList()))
                : failure;
    }

    private static String street(CustomerChanges changes) {
        return changes.address()
                .applyTo(PostalAddress.EMPTY, PostalAddress.EMPTY)
                .street();
    }

    private static CustomersFailure suppressing(CustomersFailure failure, String text) {
        failure.addSuppressed(new IllegalArgumentException(text));
        return failure;
    }

    private static <T> CompletionStage<T> otherwise(
            CompletionStage<T> stage, Function<CustomersFailure, CustomersFailure> instead) {
        return stage.exceptionallyCompose(failure -> CompletableFuture.failedFuture(instead.apply(
                (CustomersFailure) (failure instanceof CompletionException ? failure.getCause() : failure))));
    }
}
