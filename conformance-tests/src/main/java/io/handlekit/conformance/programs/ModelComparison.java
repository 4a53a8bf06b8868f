package io.handlekit.conformance.programs;

import io.handlekit.conformance.arbitraries.CustomerTexts;
import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.Outcome;
import io.handlekit.conformance.fixture.ServiceControl.Moment;
import io.handlekit.conformance.fixture.Subject;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The model and an implementation, to which the same is done. A customer of one is known in the other by its place. */
final class ModelComparison {
    private static final CustomerHandle UNKNOWN_TO_MODEL = new CustomerHandle("ZZ000000-ZZ");

    private final Customers model = new ReferenceCustomers();
    private final CustomersFixture fixture;
    private final Customers subject;
    private final List<Twins> twins = new ArrayList<>();

    /** Not from a generator, which would make the same mark again in another run. */
    private final String mark = "q" + UUID.randomUUID().toString().replace("-", "") + "-";

    ModelComparison(CustomersFixture fixture) {
        this.fixture = fixture;
        subject = fixture.customers();
    }

    /**
     * One customer, here and there.
     *
     * @param inModel its handle in the model
     * @param inSubject its handle in the implementation
     */
    private record Twins(CustomerHandle inModel, CustomerHandle inSubject) {}

    /** Does it on both sides, and holds one outcome against the other. */
    void run(Command command) {
        if (command instanceof Command.Create create) {
            create(create.draft());
        } else if (command instanceof Command.CreateFailing create) {
            createFailing(create.draft(), create.moment());
        } else if (command instanceof Command.Update update) {
            update(pick(update.pick()), update.changes());
        } else if (command instanceof Command.UpdateUnknown update) {
            update(unknown(), update.changes());
        } else if (command instanceof Command.Get get) {
            get(pick(get.pick()));
        } else if (command instanceof Command.Delete delete) {
            delete(pick(delete.pick()));
        } else {
            runOther(command);
        }
    }

    private void runOther(Command command) {
        if (command instanceof Command.ListOne one) {
            Twins who = pick(one.pick());
            mustListTheSame(
                    beginning(Field.HANDLE, who.inModel().value()),
                    beginning(Field.HANDLE, who.inSubject().value()));
        } else if (command instanceof Command.ListAll) {
            mustListTheSame(beginning(Field.COMMENT, mark), beginning(Field.COMMENT, mark));
        } else if (command instanceof Command.MoveClock clock) {
            fixture.control().moveClock(clock.by());
        } else {
            fixture.control().expireTokens();
        }
    }

    /** Holds what is there against what has to be there, past the implementation if the fixture can. */
    void mustHoldTheSame() {
        for (Twins who : twins) {
            Optional<Customer> expected =
                    Outcome.of(() -> model.get(who.inModel())).unlessUnknown(who.inModel());
            Optional<Customer> seen = fixture.stored(who.inSubject());
            Check.beEqual(expected.isPresent(), seen.isPresent(), "whether there is a " + who.inSubject());
            expected.ifPresent(customer -> CustomerTexts.of(seen.orElseThrow()).mustBe(CustomerTexts.of(customer)));
        }
        mustListTheSame(beginning(Field.COMMENT, mark), beginning(Field.COMMENT, mark));
    }

    private void create(NewCustomer draft) {
        NewCustomer marked = marked(mark, draft);
        Outcome<CustomerHandle> expected = Outcome.of(() -> model.create(marked));
        Outcome<CustomerHandle> seen = Outcome.of(() -> subject.create(marked));
        seen.mustAgreeWith(expected, UNKNOWN_TO_MODEL);
        if (expected.failure().isEmpty()) {
            twins.add(new Twins(expected.value(), seen.value()));
        }
    }

    /** What has become of it is found out as any caller would, by looking, and has to be what the service was told. */
    private void createFailing(NewCustomer draft, Moment moment) {
        String own = mark + twins.size() + "-" + UUID.randomUUID() + "-";
        NewCustomer marked = marked(own, draft);
        fixture.control().failNextCreate(moment);
        Outcome<CustomerHandle> seen = Outcome.of(() -> subject.create(marked));

        Optional<CustomersFailure> failure = seen.failure();
        List<CustomerHandle> found = new Subject(subject)
                .list(beginning(Field.COMMENT, own)).customers().stream()
                        .map(ListedCustomer::handle)
                        .toList();
        boolean effect = moment == Moment.AFTER_EFFECT || failure.isEmpty();
        Check.beEqual(effect ? 1 : 0, found.size(), "how many customers a create has made that failed " + moment);
        if (failure.isEmpty()) {
            Check.beEqual(found.get(0), seen.value(), "the handle of a create that has not failed after all");
        } else if (effect) {
            Check.beEqual(true, failure.get().mayHaveTakenEffect(), "whether a create may have taken effect that has");
        }
        found.forEach(handle ->
                twins.add(new Twins(Outcome.of(() -> model.create(marked)).value(), handle)));
    }

    private void update(Twins who, CustomerChanges changes) {
        Outcome<?> expected = Outcome.of(() -> model.update(who.inModel(), changes));
        Outcome.of(() -> subject.update(who.inSubject(), changes)).mustAgreeWith(expected, who.inSubject());
    }

    private void get(Twins who) {
        Outcome<Customer> expected = Outcome.of(() -> model.get(who.inModel()));
        Outcome<Customer> seen = Outcome.of(() -> subject.get(who.inSubject()));
        seen.mustAgreeWith(expected, who.inSubject());
        if (expected.failure().isEmpty()) {
            Check.beEqual(who.inSubject(), seen.value().handle(), "the handle of the customer read");
            CustomerTexts.of(seen.value()).mustBe(CustomerTexts.of(expected.value()));
        }
    }

    private void delete(Twins who) {
        Outcome<?> expected = Outcome.of(() -> model.delete(who.inModel()));
        Outcome.of(() -> subject.delete(who.inSubject())).mustAgreeWith(expected, who.inSubject());
    }

    private void mustListTheSame(CustomerQuery inModel, CustomerQuery inSubject) {
        CustomerPage expected = new Subject(model).list(inModel.withAdditionalData(true));
        CustomerPage seen = new Subject(subject).list(inSubject.withAdditionalData(true));
        Check.beEqual(
                places(expected, Twins::inModel), places(seen, Twins::inSubject), "the places of those who are listed");
        Check.beEqual(expected.total(), seen.total(), "the total of a list");
    }

    /** Where they stand among all that were created, in order; -1 for one whom nobody has created. */
    private List<Integer> places(CustomerPage page, Function<Twins, CustomerHandle> side) {
        List<CustomerHandle> all = twins.stream().map(side).toList();
        return page.customers().stream()
                .map(customer -> all.indexOf(customer.handle()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Twins pick(int pick) {
        return twins.isEmpty() ? unknown() : twins.get(Math.floorMod(pick, twins.size()));
    }

    private Twins unknown() {
        return new Twins(UNKNOWN_TO_MODEL, fixture.unknownHandle());
    }

    private static CustomerQuery beginning(Field field, String text) {
        return CustomerQuery.all().where(field, text + "*");
    }

    private static NewCustomer marked(String mark, NewCustomer draft) {
        return draft.toBuilder().comments(mark + draft.comments()).build();
    }
}
