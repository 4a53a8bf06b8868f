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

/** What a port may get wrong, whatever is behind it. */
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
                port("drops the fax number", drafts(form -> form.fax(PhoneNumber.EMPTY)), "C02"),
                port("swaps city and state", drafts(BrokenPorts::swapped), "C02"),
                port("lower-cases the e-mail address", drafts(BrokenPorts::inSmallLetters), "C02"),
                port("forgets the tags", drafts(form -> form.tags(List.of())), "C02"),
                port("trims names", drafts(BrokenPorts::trimmed), "C02"),
                port("accepts an invalid country", drafts(BrokenPorts::inSomeCountry), "C05"),
                port(
                        "answers a handle without its country",
                        onCreate((sound, draft) -> sound.create(draft)
                                .thenApply(handle ->
                                        new CustomerHandle(handle.value().replaceFirst("-.*", "")))),
                        "C01"),
                port("answers the wrong handle", ForgetfulPorts::answeringTheOneBefore, "C02"),
                port("has one handle for equal drafts", ForgetfulPorts::oneForEqualDrafts, "C08"),
                port(
                        "creates twice",
                        onCreate((sound, draft) -> sound.create(draft).thenCompose(handle -> sound.create(draft))),
                        "C13"));
    }

    private static UnaryOperator<Customers> drafts(UnaryOperator<NewCustomer.Builder> spoil) {
        return onCreate(
                (sound, draft) -> sound.create(spoil.apply(draft.toBuilder()).build()));
    }

    /** Where there is a state: a draft without a city would be refused. */
    private static NewCustomer.Builder swapped(NewCustomer.Builder form) {
        PostalAddress address = form.build().address();
        return address.state().isBlank()
                ? form
                : form.address(new PostalAddress(
                        address.street(),
                        address.number(),
                        address.suffix(),
                        address.zipcode(),
                        address.state(),
                        address.city(),
                        address.country()));
    }

    private static NewCustomer.Builder inSmallLetters(NewCustomer.Builder form) {
        return form.email(form.build().email().toLowerCase(Locale.ROOT));
    }

    private static NewCustomer.Builder trimmed(NewCustomer.Builder form) {
        PersonName name = form.build().name();
        return form.name(new PersonName(
                name.initials().strip(),
                name.firstName().strip(),
                name.prefix().strip(),
                name.lastName().strip()));
    }

    private static NewCustomer.Builder inSomeCountry(NewCustomer.Builder form) {
        PostalAddress address = form.build().address();
        return Set.of(Locale.getISOCountries()).contains(address.country())
                ? form
                : form.address(new PostalAddress(
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
                port("reads what it has read before", ForgetfulPorts::readingOnce, "C03"),
                port("looks a handle up without its country", ForgetfulPorts::knowingByNumber, "C07"),
                port("mixes up a name on update", ForgetfulPorts::mixingUpNames, "C04"));
    }

    private static List<BrokenSubject> deleting() {
        return List.of(
                port(
                        "deletes nothing",
                        onDelete((sound, handle) -> sound.get(handle).thenAccept(customer -> {})),
                        "C09"),
                port("deletes the latest too", ForgetfulPorts::deletingTheLatestToo, "C09"),
                port(
                        "takes the delete of an unknown handle for done",
                        onDelete((sound, handle) -> sound.delete(handle)
                                .exceptionallyCompose(failure -> CompletableFuture.completedFuture(null))),
                        "C10"));
    }
}
