package io.handlekit.customers.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerQuery.Sort;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
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

/** One call of {@link ReuseHandle#ensure}. */
final class EnsureHandle {
    private static final int MAX_LISTED = 500;
    private static final int MAX_READ = 20;
    private static final int PAGE = 100;

    private final Customers customers;
    private final Comparison comparison;
    private final CallSequence<Ensured> calls = new CallSequence<>();
    private final Deque<CustomerHandle> candidates = new ArrayDeque<>();
    private int listed;

    EnsureHandle(Customers customers, Comparison comparison) {
        this.customers = customers;
        this.comparison = comparison;
    }

    CompletableFuture<Ensured> start(Optional<CustomerHandle> current) {
        current.ifPresentOrElse(handle -> readOr(this::search, handle, this::compare), this::search);
        return calls.outcome();
    }

    private void compare(Customer customer) {
        if (!comparison.sameNames(customer)) {
            create();
            return;
        }
        CustomerChanges changes = comparison.changes(customer);
        if (changes.equals(CustomerChanges.builder().build())) {
            end(customer.handle(), Done.KEPT);
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
        CustomerQuery query = where(CustomerQuery.all().ascending(Sort.ID).limit(PAGE), Field.EMAIL, wanted.email());
        return where(query, Field.LAST_NAME, wanted.name().lastName());
    }

    /** Leaves out a pattern that matches every text. */
    private static CustomerQuery where(CustomerQuery query, Field field, String text) {
        String pattern = pattern(text);
        return pattern.equals("*") ? query : query.where(field, pattern);
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
            readOr(this::readNext, candidate, customer -> {
                if (comparison.isEqual(customer)) {
                    end(customer.handle(), Done.REUSED);
                } else {
                    readNext();
                }
            });
        }
    }

    /** Reads a customer, and runs {@code gone} if the customer is unknown or deleted. */
    private void readOr(Runnable gone, CustomerHandle handle, Consumer<Customer> next) {
        calls.call(
                false,
                () -> customers.get(handle),
                customer -> {
                    if (customer.isDeleted()) {
                        gone.run();
                    } else {
                        next.accept(customer);
                    }
                },
                failure -> {
                    if (failure instanceof UnknownHandle) {
                        gone.run();
                    } else {
                        calls.fail(failure);
                    }
                });
    }

    private void create() {
        calls.call(true, () -> customers.create(comparison.wanted()), handle -> end(handle, Done.CREATED), calls::fail);
    }

    private void end(CustomerHandle handle, Done done) {
        calls.outcome().complete(new Ensured(handle, done));
    }
}
