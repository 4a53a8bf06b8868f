package io.handlekit.customers.policy.internal;

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
import io.handlekit.customers.policy.Ensured;
import io.handlekit.customers.policy.Ensured.Done;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One customer on the way to a handle. */
public final class EnsureHandle {
    static final int MOST_LISTED = 500;
    static final int MOST_READ = 20;

    private static final int PAGE = 100;

    private final Customers customers;
    private final Comparison comparison;
    private final CallSequence<Ensured> work = new CallSequence<>();
    private final Deque<CustomerHandle> candidates = new ArrayDeque<>();
    private int listed;

    public EnsureHandle(Customers customers, Comparison comparison) {
        this.customers = customers;
        this.comparison = comparison;
    }

    public CompletableFuture<Ensured> start(Optional<CustomerHandle> current) {
        current.ifPresentOrElse(handle -> readOr(this::search, handle, this::compare), this::search);
        return work.outcome();
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
            work.call(
                    true,
                    () -> customers.update(customer.handle(), changes),
                    done -> end(customer.handle(), Done.UPDATED),
                    work::fail);
        }
    }

    private void search() {
        work.read(
                () -> customers.listAll(query(comparison.wanted()), MOST_LISTED).walk(this::note), done -> readNext());
    }

    private static CustomerQuery query(NewCustomer wanted) {
        CustomerQuery query = where(CustomerQuery.all().ascending(Sort.ID).limit(PAGE), Field.EMAIL, wanted.email());
        return where(query, Field.LAST_NAME, wanted.name().lastName());
    }

    /** A pattern that says nothing is left out. */
    private static CustomerQuery where(CustomerQuery query, Field field, String text) {
        String pattern = pattern(text);
        return pattern.equals("*") ? query : query.where(field, pattern);
    }

    /**
     * A pattern that the text fits, whatever a search makes of odd signs: each stands for any text. Without a star at
     * an end, for that is as narrow as a pattern may be.
     */
    static String pattern(String text) {
        return text.replaceAll("[^A-Za-z0-9@._-]+", "*");
    }

    private CompletionStage<Boolean> note(List<ListedCustomer> page) {
        listed += page.size();
        page.stream()
                .filter(customer -> !customer.isDeleted() && comparison.mayBeEqual(customer))
                .limit(MOST_READ - candidates.size())
                .forEach(customer -> candidates.add(customer.handle()));
        return CompletableFuture.completedFuture(listed < MOST_LISTED && candidates.size() < MOST_READ);
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

    /** Reads a customer; one that is gone is none. */
    private void readOr(Runnable gone, CustomerHandle handle, Consumer<Customer> next) {
        work.call(
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
                        work.fail(failure);
                    }
                });
    }

    private void create() {
        work.call(true, () -> customers.create(comparison.wanted()), handle -> end(handle, Done.CREATED), work::fail);
    }

    private void end(CustomerHandle handle, Done done) {
        work.outcome().complete(new Ensured(handle, done));
    }
}
