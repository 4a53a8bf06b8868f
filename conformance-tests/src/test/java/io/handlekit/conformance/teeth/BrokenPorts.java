package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.BrokenSubject.port;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onCreate;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onDelete;
import static io.handlekit.conformance.teeth.ForwardingCustomers.onUpdate;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ports with one fault each. */
final class BrokenPorts {
    private BrokenPorts() {}

    static List<BrokenSubject> all() {
        return Stream.of(
                        creating(),
                        updating(),
                        deleting(),
                        BrokenLists.all(),
                        BrokenFailures.refusing(),
                        BrokenFailures.failing(),
                        BrokenFailures.leaking(),
                        BrokenPrograms.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenSubject> creating() {
        return List.of(
                port("drops the fax number", drafts(builder -> builder.fax(PhoneNumber.EMPTY)), "C02"),
                port("swaps city and state", drafts(BrokenPorts::swapped), "C02"),
                port("lower-cases the e-mail address", drafts(BrokenPorts::inLowerCase), "C02"),
                port("forgets the tags", drafts(builder -> builder.tags(List.of())), "C02"),
                port("trims names", drafts(BrokenPorts::trimmed), "C02"),
                port("accepts an invalid country", drafts(BrokenPorts::inSomeCountry), "C05"),
                port(
                        "returns a handle without its country",
                        onCreate((sound, draft) -> sound.create(draft)
                                .thenApply(handle ->
                                        new CustomerHandle(handle.value().replaceFirst("-.*", "")))),
                        "C01"),
                port("returns the handle of the create before", ForgetfulPorts::returningTheHandleBefore, "C02"),
                port("returns the same handle for equal drafts", ForgetfulPorts::oneHandleForEqualDrafts, "C08"),
                port(
                        "creates twice",
                        onCreate((sound, draft) -> sound.create(draft).thenCompose(handle -> sound.create(draft))),
                        "C13"));
    }

    private static UnaryOperator<Customers> drafts(UnaryOperator<NewCustomer.Builder> change) {
        return onCreate(
                (sound, draft) -> sound.create(change.apply(draft.toBuilder()).build()));
    }

    /** Leaves drafts without a state alone: without a city they would be refused. */
    private static NewCustomer.Builder swapped(NewCustomer.Builder builder) {
        PostalAddress address = builder.build().address();
        return address.state().isBlank()
                ? builder
                : builder.address(new PostalAddress(
                        address.street(),
                        address.number(),
                        address.suffix(),
                        address.zipcode(),
                        address.state(),
                        address.city(),
                        address.country()));
    }

    private static NewCustomer.Builder inLowerCase(NewCustomer.Builder builder) {
        return builder.email(builder.build().email().toLowerCase(Locale.ROOT));
    }

    private static NewCustomer.Builder trimmed(NewCustomer.Builder builder) {
        PersonName name = builder.build().name();
        return builder.name(new PersonName(
                name.initials().strip(),
                name.firstName().strip(),
                name.prefix().strip(),
                name.lastName().strip()));
    }

    private static NewCustomer.Builder inSomeCountry(NewCustomer.Builder builder) {
        PostalAddress address = builder.build().address();
        return Set.of(Locale.getISOCountries()).contains(address.country())
                ? builder
                : builder.address(new PostalAddress(
                        address.street(),
                        address.number(),
                        address.suffix(),
                        address.zipcode(),
                        address.city(),
                        address.state(),
                        "GB"));
    }

    private static List<BrokenSubject> updating() {
        return List.of(
                port(
                        "updates nothing",
                        onUpdate((sound, handle, changes) -> sound.get(handle).thenAccept(customer -> {})),
                        "C03"),
                port(
                        "loses a section on update",
                        onUpdate((sound, handle, changes) -> sound.update(
                                handle,
                                changes.fax().isKeep()
                                        ? changes
                                        : changes.toBuilder().clearFax().build())),
                        "C03"),
                port(
                        "clears what an update does not mention",
                        onUpdate((sound, handle, changes) -> sound.update(
                                handle,
                                changes.comments().isKeep()
                                        ? changes.toBuilder().clearComments().build()
                                        : changes)),
                        "C03"),
                port("caches what it has read", ForgetfulPorts::cachingReads, "C03"),
                port("ignores the country of a handle", ForgetfulPorts::ignoringCountries, "C07"),
                port("swaps first and last name on update", ForgetfulPorts::swappingNames, "C04"));
    }

    private static List<BrokenSubject> deleting() {
        return List.of(
                port(
                        "deletes nothing",
                        onDelete((sound, handle) -> sound.get(handle).thenAccept(customer -> {})),
                        "C09"),
                port("deletes the latest customer too", ForgetfulPorts::deletingTheLatestToo, "C09"),
                port(
                        "reports success for the delete of an unknown handle",
                        onDelete((sound, handle) -> sound.delete(handle)
                                .exceptionallyCompose(failure -> CompletableFuture.completedFuture(null))),
                        "C10"));
    }
}
