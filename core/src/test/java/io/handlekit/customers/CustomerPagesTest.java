package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerQuery.Sort;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.TooMany;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.vendor.VendorAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A walk over pages shows each customer once, makes no more calls than needed, and ends whatever the service says. */
class CustomerPagesTest {
    private final List<CustomerQuery> asked = new ArrayList<>();

    /** A port with a scripted list. */
    private record Listing(Function<CustomerQuery, CompletionStage<CustomerPage>> lists) implements Customers {
        @Override
        public CompletionStage<CustomerPage> list(CustomerQuery query) {
            return lists.apply(query);
        }

        @Override
        public CompletionStage<CustomerHandle> create(NewCustomer draft) {
            throw new AssertionError();
        }

        @Override
        public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
            throw new AssertionError();
        }

        @Override
        public CompletionStage<Customer> get(CustomerHandle handle) {
            throw new AssertionError();
        }

        @Override
        public CompletionStage<Void> delete(CustomerHandle handle) {
            throw new AssertionError();
        }
    }

    private Customers answering(Function<CustomerQuery, CustomerPage> page) {
        return new Listing(query -> {
            asked.add(query);
            return CompletableFuture.completedFuture(page.apply(query));
        });
    }

    private Customers withCustomers(int count) {
        return withCustomers(count, (query, existing) -> (long) existing);
    }

    private Customers withCustomers(int count, BiFunction<CustomerQuery, Integer, Long> total) {
        return answering(query -> page(
                Math.min(query.offset(), count),
                Math.min(query.offset() + query.limit(), count),
                total.apply(query, count)));
    }

    private static CustomerPage page(int from, int to, long total) {
        return new CustomerPage(
                IntStream.range(from, to).mapToObj(CustomerPagesTest::customer).toList(), total);
    }

    /** A port that lists, and does nothing else. */
    static Customers listing(Function<CustomerQuery, CustomerPage> page) {
        return new Listing(query -> CompletableFuture.completedFuture(page.apply(query)));
    }

    static ListedCustomer customer(int number) {
        CustomerHandle handle = new CustomerHandle("XX" + number);
        return ListedCustomer.of(
                Customer.builder(handle, NewCustomer.builder().build()).build());
    }

    private static List<ListedCustomer> customers(int count) {
        return IntStream.range(0, count).mapToObj(CustomerPagesTest::customer).toList();
    }

    private static CompletionStage<Boolean> goOn(List<ListedCustomer> page) {
        return CompletableFuture.completedFuture(true);
    }

    private static CustomerQuery pagesOf(int limit) {
        return CustomerQuery.all().limit(limit);
    }

    private static List<ListedCustomer> all(Customers port, int limit, int max) {
        CompletableFuture<List<ListedCustomer>> all =
                port.listAll(pagesOf(limit), max).toList().toCompletableFuture();
        assertThat(all).isCompleted();
        assertThat(new BlockingCustomers(port).listAll(pagesOf(limit), max)).isEqualTo(all.join());
        return all.join();
    }

    private static <F extends CustomersFailure> F failure(Class<F> kind, CompletionStage<?> outcome) {
        Throwable failure =
                outcome.toCompletableFuture().handle((value, why) -> why).join();
        assertThat(failure).isInstanceOf(kind);
        return kind.cast(failure);
    }

    @Test
    void every_customer_is_seen_once_and_in_order() {
        for (int count = 0; count <= 9; count++) {
            for (int limit = 1; limit <= 5; limit++) {
                assertThat(all(withCustomers(count), limit, 9)).isEqualTo(customers(count));
            }
        }
    }

    @Test
    void pages_are_sorted_by_id_unless_the_query_has_a_sort() {
        withCustomers(1).listAll(CustomerQuery.all(), 1).toList();
        withCustomers(1).listAll(CustomerQuery.all().descending(Sort.EMAIL), 1).toList();

        assertThat(asked.get(0)).isEqualTo(pagesOf(1_000).ascending(Sort.ID));
        assertThat(asked.get(1)).isEqualTo(pagesOf(1_000).descending(Sort.EMAIL));
    }

    @Test
    void a_page_has_1000_customers_unless_the_query_has_a_limit() {
        withCustomers(1).listAll(CustomerQuery.all(), 1).toList();
        withCustomers(1).listAll(CustomerQuery.all().limit(100), 1).toList();

        assertThat(asked).extracting(CustomerQuery::limit).containsExactly(1_000, 100);
        assertThat(CustomerQuery.all().limit()).isEqualTo(CustomerQuery.DEFAULT_LIMIT);
    }

    @Test
    void a_customer_deleted_between_two_pages_hides_no_other() {
        List<Integer> existing = new ArrayList<>(IntStream.range(0, 7).boxed().toList());
        Customers port = answering(query -> {
            if (asked.size() == 2) {
                existing.removeAll(List.of(0, 1, 2));
            }
            return new CustomerPage(
                    existing.stream()
                            .skip(query.offset())
                            .limit(query.limit())
                            .map(CustomerPagesTest::customer)
                            .toList(),
                    existing.size());
        });

        assertThat(port.listAll(pagesOf(3), 9).toList().toCompletableFuture().join())
                .isEqualTo(customers(7));
    }

    @Test
    void a_service_that_refuses_the_order_is_asked_again_without_one() {
        Customers port = new Listing(query -> {
            asked.add(query);
            return query.sort().isPresent()
                    ? CompletableFuture.failedFuture(new Rejected(VendorAnswer.of(400, 4003, "", ""), false))
                    : CompletableFuture.completedFuture(
                            page(query.offset(), Math.min(query.offset() + query.limit(), 7), 7));
        });

        assertThat(all(port, 3, 9)).isEqualTo(customers(7));
        assertThat(asked.stream().filter(query -> query.sort().isPresent())).hasSize(2);
        assertThat(new BlockingCustomers(port).listAll(pagesOf(3), 9).limit(2)).hasSize(2);
    }

    @Test
    void an_order_of_the_query_is_never_dropped() {
        Rejected refused = new Rejected(VendorAnswer.of(400, 4003, "", ""), false);
        Customers port = new Listing(query -> CompletableFuture.failedFuture(refused));

        failure(
                Rejected.class,
                port.listAll(pagesOf(3).ascending(Sort.LAST_NAME), 9).toList());
        assertThat(failure(Rejected.class, port.listAll(pagesOf(3), 9).toList()))
                .isSameAs(refused);
    }

    @Test
    void a_walk_begins_at_the_offset_of_the_query() {
        assertThat(withCustomers(9)
                        .listAll(pagesOf(3).offset(7), 9)
                        .toList()
                        .toCompletableFuture()
                        .join())
                .containsExactly(customer(7), customer(8));
    }

    @Test
    void no_page_is_requested_before_it_is_needed() {
        Customers port = withCustomers(9);
        CustomerPages pages = port.listAll(pagesOf(2), 9);
        Iterator<ListedCustomer> stream =
                new BlockingCustomers(port).listAll(pagesOf(2), 9).iterator();
        assertThat(asked).isEmpty();

        stream.next();
        stream.next();
        assertThat(asked).hasSize(1);
        stream.next();
        assertThat(asked).hasSize(2);
        assertThat(new BlockingCustomers(port).listAll(pagesOf(2), 9).findFirst())
                .contains(customer(0));
        assertThat(asked).hasSize(3);
        pages.walk(page -> CompletableFuture.completedFuture(false));
        assertThat(asked).hasSize(4);
    }

    @Test
    void the_next_page_is_requested_when_the_visitor_has_finished_this_one() {
        CompletableFuture<Boolean> busy = new CompletableFuture<>();
        CompletableFuture<Void> walk = withCustomers(4)
                .listAll(pagesOf(2), 9)
                .walk(page -> asked.size() == 1 ? busy : CompletableFuture.completedFuture(true))
                .toCompletableFuture();
        assertThat(asked).hasSize(1);
        assertThat(walk).isNotDone();

        busy.complete(true);
        assertThat(walk).isCompleted();
        assertThat(asked).extracting(CustomerQuery::offset).containsExactly(0, 1, 3);
    }

    @Test
    void a_walk_shows_at_most_the_maximum_and_fails_if_there_are_more() {
        assertThat(all(withCustomers(7), 3, 7)).hasSize(7);

        List<ListedCustomer> seen = new ArrayList<>();
        CompletionStage<Void> walk = withCustomers(8).listAll(pagesOf(3), 7).walk(page -> {
            seen.addAll(page);
            return CompletableFuture.completedFuture(true);
        });
        assertThat(failure(TooMany.class, walk).maxCustomers()).isEqualTo(7);
        assertThat(seen).isEqualTo(customers(7));
        assertThatThrownBy(() -> new BlockingCustomers(withCustomers(8))
                        .listAll(pagesOf(3), 7)
                        .toList())
                .isInstanceOf(TooMany.class);
        assertThat(new BlockingCustomers(withCustomers(8))
                        .listAll(pagesOf(3), 7)
                        .limit(7))
                .hasSize(7);
    }

    @Test
    void a_total_that_is_too_small_hides_no_customer_after_a_full_page() {
        assertThat(all(withCustomers(7, (query, count) -> 0L), 3, 9)).hasSize(7);
    }

    @Test
    void a_walk_with_a_total_that_is_too_great_ends_at_an_empty_page() {
        assertThat(all(withCustomers(7, (query, count) -> Long.MAX_VALUE), 3, 9))
                .hasSize(7);
    }

    @Test
    void a_page_shorter_than_the_limit_is_not_taken_for_the_last() {
        Customers shortPages = answering(query -> page(query.offset(), Math.min(query.offset() + 2, 7), 7));

        assertThat(all(shortPages, 1_000, 9)).hasSize(7);
    }

    @Test
    void a_walk_ends_if_the_service_repeats_the_same_page() {
        Customers repeating = answering(query -> page(0, 3, 1_000_000));

        failure(
                Unavailable.class,
                repeating.listAll(pagesOf(3), Integer.MAX_VALUE).toList());
        assertThat(asked).hasSize(2);
        assertThatThrownBy(() ->
                        new BlockingCustomers(repeating).listAll(pagesOf(3), 9).count())
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void a_customer_that_moves_to_the_next_page_is_seen_once() {
        Customers moving = answering(query -> query.offset() == 0 ? page(0, 3, 5) : page(query.offset() - 1, 4, 5));

        assertThat(all(moving, 3, 9)).isEqualTo(customers(4));
    }

    @Test
    void many_small_pages_do_not_overflow_the_stack() {
        assertThat(all(withCustomers(20_000), 1, 20_000)).hasSize(20_000);
    }

    @Test
    void a_call_that_fails_ends_the_walk_with_its_failure() {
        Unavailable gone = new Unavailable("gone", false, null);
        Customers failing = new Listing(query -> CompletableFuture.failedFuture(gone));

        assertThat(failure(Unavailable.class, failing.listAll(pagesOf(1), 9).toList()))
                .isSameAs(gone);
        assertThatThrownBy(() ->
                        new BlockingCustomers(failing).listAll(pagesOf(1), 9).count())
                .isInstanceOf(Unavailable.class)
                .hasCause(gone);
    }

    @Test
    void a_visitor_that_fails_ends_the_walk_with_its_failure() {
        IllegalStateException full = new IllegalStateException("disk full");

        assertThat(withCustomers(4)
                        .listAll(pagesOf(2), 9)
                        .walk(page -> CompletableFuture.failedFuture(full))
                        .handle((none, failure) -> failure)
                        .toCompletableFuture())
                .isCompletedWithValue(full);
        assertThat(withCustomers(4)
                        .listAll(pagesOf(2), 9)
                        .walk(page -> {
                            throw full;
                        })
                        .handle((none, failure) -> failure)
                        .toCompletableFuture())
                .isCompletedWithValue(full);
        assertThat(asked).hasSize(2);
    }

    @Test
    void cancelling_reaches_the_call_in_progress_and_no_other_follows() {
        List<CompletableFuture<CustomerPage>> pages = new ArrayList<>();
        Customers slow = new Listing(query -> {
            pages.add(new CompletableFuture<>());
            return pages.get(pages.size() - 1);
        });
        CompletableFuture<List<ListedCustomer>> all =
                slow.listAll(pagesOf(1), 9).toList().toCompletableFuture();
        pages.get(0).complete(page(0, 1, 9));
        all.cancel(true);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(1)).isCancelled();
    }

    @Test
    void a_port_that_throws_fails_the_walk_and_not_its_caller() {
        IllegalStateException bug = new IllegalStateException("a bug");
        CustomerPages pages = answering(query -> {
                    throw bug;
                })
                .listAll(pagesOf(1), 9);

        assertThat(pages.walk(CustomerPagesTest::goOn)
                        .handle((none, failure) -> failure)
                        .toCompletableFuture())
                .isCompletedWithValue(bug);
    }

    @Test
    void cancelling_while_a_page_is_requested_reaches_that_call() {
        CompletableFuture<Boolean> busy = new CompletableFuture<>();
        CompletableFuture<CustomerPage> asked = new CompletableFuture<>();
        List<Runnable> cancellations = new ArrayList<>();
        Customers port = new Listing(query -> {
            if (query.offset() == 0) {
                return CompletableFuture.completedFuture(page(0, 1, 9));
            }
            cancellations.forEach(Runnable::run);
            return asked;
        });
        CompletableFuture<Void> walk =
                port.listAll(pagesOf(1), 9).walk(page -> busy).toCompletableFuture();
        cancellations.add(() -> walk.cancel(true));
        busy.complete(true);

        assertThat(asked).isCancelled();
    }

    @Test
    void a_blocking_caller_waits_for_any_stage() {
        assertThat(BlockingCustomers.<String>await(CompletableFuture.completedFuture("done")))
                .isEqualTo("done");
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);
        assertThatThrownBy(() -> BlockingCustomers.await(cancelled))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        failure -> assertThat(failure.mayHaveTakenEffect()).isTrue());
    }

    @Test
    void a_maximum_below_1_and_null_are_refused() {
        Customers port = withCustomers(1);

        assertThatIllegalArgumentException().isThrownBy(() -> port.listAll(pagesOf(1), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockingCustomers(port).listAll(pagesOf(1), 0));
        assertThatNullPointerException().isThrownBy(() -> port.listAll(null, 1));
        assertThatNullPointerException()
                .isThrownBy(() -> port.listAll(pagesOf(1), 1).walk(null));
        assertThat(port.listAll(pagesOf(1), 1).walk(CustomerPagesTest::goOn).toCompletableFuture())
                .succeedsWithin(Duration.ZERO);
        assertThat(port.listAll(pagesOf(1), 1))
                .hasToString("CustomerPages[CustomerQuery[[], limit=1, offset=0], at most 1]");
    }
}
