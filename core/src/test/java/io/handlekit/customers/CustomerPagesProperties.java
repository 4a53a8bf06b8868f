package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A walk while customers are deleted and created between its pages, at random. */
class CustomerPagesProperties {
    /** The events before a page is listed: the customers at these places are deleted, and so many are created. */
    record Between(List<Integer> deletedPlaces, int created) {}

    /** A service that changes before each page. */
    private static final class ChangingService {
        private final List<Integer> existing = new ArrayList<>();
        private final List<Between> changes;
        private final Set<Integer> deleted = new HashSet<>();
        private final int first;
        private int next;
        private int calls;

        ChangingService(int first, List<Between> changes) {
            this.first = first;
            this.changes = changes;
            for (; next < first; next++) {
                existing.add(next);
            }
        }

        CustomerPage list(CustomerQuery query) {
            if (calls > 0 && calls <= changes.size()) {
                change(changes.get(calls - 1));
            }
            calls++;
            List<ListedCustomer> page = existing.stream()
                    .skip(query.offset())
                    .limit(query.limit())
                    .map(CustomerPagesTest::customer)
                    .toList();
            return new CustomerPage(page, existing.size());
        }

        private void change(Between change) {
            for (int place : change.deletedPlaces()) {
                if (!existing.isEmpty()) {
                    deleted.add(existing.remove(place % existing.size()));
                }
            }
            for (int i = 0; i < change.created(); i++) {
                existing.add(next++);
            }
        }

        List<ListedCustomer> thatStayed() {
            List<ListedCustomer> stayed = new ArrayList<>();
            for (int number = 0; number < first; number++) {
                if (!deleted.contains(number)) {
                    stayed.add(CustomerPagesTest.customer(number));
                }
            }
            return stayed;
        }
    }

    @Property
    void no_delete_between_two_pages_hides_a_customer_that_stays(
            @ForAll @IntRange(max = 40) int count,
            @ForAll @IntRange(min = 1, max = 7) int limit,
            @ForAll("changes") List<Between> changes) {
        ChangingService service = new ChangingService(count, changes);
        CompletableFuture<List<ListedCustomer>> all = CustomerPagesTest.listing(service::list)
                .listAll(CustomerQuery.all().limit(limit), 10_000)
                .toList()
                .toCompletableFuture();

        assertThat(all).isCompleted();
        assertThat(all.join()).doesNotHaveDuplicates().containsAll(service.thatStayed());
    }

    @Property
    void a_stream_hides_no_customer_either(
            @ForAll @IntRange(max = 40) int count,
            @ForAll @IntRange(min = 1, max = 7) int limit,
            @ForAll("changes") List<Between> changes) {
        ChangingService service = new ChangingService(count, changes);

        assertThat(new BlockingCustomers(CustomerPagesTest.listing(service::list))
                        .listAll(CustomerQuery.all().limit(limit), 10_000))
                .doesNotHaveDuplicates()
                .containsAll(service.thatStayed());
    }

    /** A service may answer with any page at all; a walk over it still ends. */
    @Property
    void a_walk_ends_whatever_the_pages_are(
            @ForAll("pages") List<List<Integer>> pages, @ForAll @IntRange(max = 30) int total) {
        int[] calls = {0};
        CompletableFuture<List<ListedCustomer>> all = CustomerPagesTest.listing(query -> {
                    assertThat(calls[0]).as("calls").isLessThan(10_000);
                    List<Integer> page = pages.get(calls[0]++ % pages.size());
                    return new CustomerPage(
                            page.stream()
                                    .limit(query.limit())
                                    .map(CustomerPagesTest::customer)
                                    .toList(),
                            total);
                })
                .listAll(CustomerQuery.all().limit(5), 10_000)
                .toList()
                .toCompletableFuture();

        assertThat(all).isDone();
        if (all.isCompletedExceptionally()) {
            assertThat(all.handle((list, failure) -> failure).join()).isInstanceOf(CustomersFailure.class);
        } else {
            assertThat(all.join()).doesNotHaveDuplicates();
        }
    }

    @Provide
    Arbitrary<List<Between>> changes() {
        Arbitrary<List<Integer>> places =
                Arbitraries.integers().between(0, 39).list().ofMaxSize(8);
        return places.flatMap(
                        deleted -> Arbitraries.integers().between(0, 4).map(created -> new Between(deleted, created)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<List<Integer>>> pages() {
        return Arbitraries.integers()
                .between(0, 12)
                .list()
                .uniqueElements()
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
