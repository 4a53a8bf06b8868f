package io.handlekit.customers.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.Ensured.Done;
import io.handlekit.customers.policy.internal.CallSequence;
import io.handlekit.customers.policy.internal.Comparison;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One call of {@link ReuseHandle#ensure} or {@link CreateOnce#ensure}. */
final class EnsureHandle {
    private static final int MAX_LISTED = 500;
    private static final int MAX_READ = 20;
    private static final int PAGE = 100;

    private final Customers customers;
    private final Comparison comparison;
    private final boolean replacesUnknown;
    private final Supplier<CompletionStage<Optional<CustomerHandle>>> findNamed;
    private final Function<NewCustomer, CompletionStage<CustomerHandle>> create;
    private final CallSequence<Ensured> calls = new CallSequence<>();
    private final Deque<CustomerHandle> candidates = new ArrayDeque<>();
    private int listed;

    private EnsureHandle(
            Customers customers,
            Comparison comparison,
            boolean replacesUnknown,
            Supplier<CompletionStage<Optional<CustomerHandle>>> findNamed,
            Function<NewCustomer, CompletionStage<CustomerHandle>> create) {
        this.customers = customers;
        this.comparison = comparison;
        this.replacesUnknown = replacesUnknown;
        this.findNamed = findNamed;
        this.create = create;
    }

    /** Creates a call that creates a customer without a reference. */
    static EnsureHandle over(Customers customers, Comparison comparison, boolean replacesUnknown) {
        return new EnsureHandle(
                customers,
                comparison,
                replacesUnknown,
                () -> CompletableFuture.completedFuture(Optional.empty()),
                customers::create);
    }

    /** Creates a call that prefers the customer of this reference, and creates one for it at most once. */
    static EnsureHandle once(CreateOnce once, Reference reference, Comparison comparison, boolean replacesUnknown) {
        return new EnsureHandle(
                once,
                comparison,
                replacesUnknown,
                () -> once.find(reference),
                wanted -> once.create(reference, wanted));
    }

    CompletableFuture<Ensured> start(Optional<CustomerHandle> current) {
        current.ifPresentOrElse(
                handle -> readOr(this::replaceOrFail, handle, customer -> {
                    if (comparison.sameNames(customer)) {
                        updateOr(Done.KEPT, customer);
                    } else {
                        findNamed();
                    }
                }),
                this::findNamed);
        return calls.outcome();
    }

    private void replaceOrFail(UnknownHandle unknown) {
        if (replacesUnknown) {
            findNamed();
        } else {
            calls.fail(unknown);
        }
    }

    private void findNamed() {
        calls.read(
                findNamed,
                found -> found.ifPresentOrElse(
                        handle -> readOr(gone -> search(), handle, this::useNamed), this::search));
    }

    private void useNamed(Customer customer) {
        if (comparison.sameNames(customer)) {
            updateOr(Done.REUSED, customer);
        } else {
            calls.fail(new Invalid(new Findings(List.of(new Finding(
                    Severity.ERROR,
                    "name",
                    0,
                    "the reference belongs to a customer with another name or company name, which the service cannot"
                            + " change; use another reference for the new name")))));
        }
    }

    private void updateOr(Done equal, Customer customer) {
        CustomerChanges changes = comparison.changes(customer);
        if (changes.equals(CustomerChanges.builder().build())) {
            end(customer.handle(), equal);
        } else {
            calls.call(
                    true,
                    () -> customers.update(customer.handle(), changes),
                    done -> end(customer.handle(), Done.UPDATED),
                    calls::fail);
        }
    }

    private void search() {
        calls.read(
                () -> customers.listAll(query(comparison.wanted()), MAX_LISTED).walk(this::addCandidates),
                done -> readNext());
    }

    private static CustomerQuery query(NewCustomer wanted) {
        CustomerQuery query = where(CustomerQuery.all().limit(PAGE), Field.EMAIL, wanted.email());
        return where(query, Field.LAST_NAME, wanted.name().lastName());
    }

    /** Leaves out a pattern that matches every text, and the empty one of a text whose absence was accepted. */
    private static CustomerQuery where(CustomerQuery query, Field field, String text) {
        String pattern = pattern(text);
        return pattern.isEmpty() || pattern.equals("*") ? query : query.where(field, pattern);
    }

    /**
     * Returns a pattern that matches the text however the search reads unusual characters: each becomes a {@code *}.
     * No {@code *} is added at the ends, to keep the pattern as narrow as possible.
     */
    private static String pattern(String text) {
        return text.replaceAll("[^A-Za-z0-9@._-]+", "*");
    }

    private CompletionStage<Boolean> addCandidates(List<ListedCustomer> page) {
        listed += page.size();
        page.stream()
                .filter(customer -> !customer.isDeleted() && comparison.mayBeEqual(customer))
                .limit(MAX_READ - candidates.size())
                .forEach(customer -> candidates.add(customer.handle()));
        return CompletableFuture.completedFuture(listed < MAX_LISTED && candidates.size() < MAX_READ);
    }

    private void readNext() {
        CustomerHandle candidate = candidates.poll();
        if (candidate == null) {
            create();
        } else {
            readOr(gone -> readNext(), candidate, customer -> {
                if (comparison.isEqual(customer)) {
                    end(customer.handle(), Done.REUSED);
                } else {
                    readNext();
                }
            });
        }
    }

    /** Reads a customer, and runs {@code gone} if the customer is unknown or deleted. */
    private void readOr(Consumer<UnknownHandle> gone, CustomerHandle handle, Consumer<Customer> next) {
        calls.call(
                false,
                () -> customers.get(handle),
                customer -> {
                    if (customer.isDeleted()) {
                        gone.accept(new UnknownHandle(handle));
                    } else {
                        next.accept(customer);
                    }
                },
                failure -> {
                    if (failure instanceof UnknownHandle unknown) {
                        gone.accept(unknown);
                    } else {
                        calls.fail(failure);
                    }
                });
    }

    private void create() {
        calls.call(true, () -> create.apply(comparison.wanted()), handle -> end(handle, Done.CREATED), calls::fail);
    }

    private void end(CustomerHandle handle, Done done) {
        calls.outcome().complete(new Ensured(handle, done));
    }
}
