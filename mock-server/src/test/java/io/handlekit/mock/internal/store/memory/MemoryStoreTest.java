package io.handlekit.mock.internal.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.HandleTaken;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests of the promises of the store, without the rules above it. */
class MemoryStoreTest {
    private static final HandleTemplate AL_GB = new HandleTemplate("AL", "GB");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final MemoryStore store = new MemoryStore(100_000);

    private static CustomerDraft draft(String firstName) {
        NewCustomer sections = NewCustomer.builder()
                .name(new PersonName("", firstName, "", "Lovelace"))
                .build();
        return new CustomerDraft(sections, Optional.empty(), Optional.empty());
    }

    private static SeedEntry entry(String handle) {
        return new SeedEntry(
                Optional.of(handle).filter(text -> !text.isEmpty()).map(CustomerHandle::new), AL_GB, draft("Ada"));
    }

    private static StoredCustomer renamed(StoredCustomer before) {
        return before.with(draft("Augusta").sections(), Optional.of(NOW));
    }

    @Test
    void a_seed_is_stored_as_a_whole_or_not_at_all() {
        store.create(AL_GB, 1, draft("Ada"));

        assertThatThrownBy(() -> store.seed(List.of(entry(""), entry("AL000001-GB")), 1))
                .isInstanceOfSatisfying(
                        HandleTaken.class, taken -> assertThat(taken.index()).isEqualTo(1));
        assertThatThrownBy(() -> store.seed(List.of(entry("A"), entry("A")), 1)).isInstanceOf(HandleTaken.class);
        assertThatThrownBy(() -> store.seed(Collections.nCopies(1_000, entry("")), 1))
                .isInstanceOf(StoreFull.class);

        assertThat(store.count()).isEqualTo(1);
        assertThat(store.create(AL_GB, 1, draft("Ada"))).hasToString("AL000002-GB");
    }

    @Test
    void new_handles_skip_those_that_a_seed_names() {
        assertThat(store.seed(List.of(entry(""), entry("AL000002-GB"), entry("")), 1))
                .extracting(CustomerHandle::value)
                .containsExactly("AL000001-GB", "AL000002-GB", "AL000003-GB");
    }

    @Test
    void a_change_that_throws_leaves_the_customer_as_it_was() {
        CustomerHandle handle = store.create(AL_GB, 1, draft("Ada"));

        assertThatThrownBy(() -> store.update(handle, before -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(store.find(handle).orElseThrow().sections().name().firstName())
                .isEqualTo("Ada");
        assertThat(store.update(handle, MemoryStoreTest::renamed)).isTrue();
        assertThat(store.find(handle).orElseThrow().commentsChangedAt()).contains(NOW);
        assertThat(store.find(handle).orElseThrow().id()).isEqualTo(1);
    }

    @Test
    void a_deleted_customer_is_found_only_if_it_is_kept_visible_and_never_changes() {
        CustomerHandle kept = store.create(AL_GB, 1, draft("Ada"));
        CustomerHandle gone = store.create(AL_GB, 1, draft("Ada"));

        assertThat(store.delete(kept, NOW, true)).isTrue();
        assertThat(store.delete(gone, NOW, false)).isTrue();

        assertThat(store.find(kept).orElseThrow().deletedAt()).contains(NOW);
        assertThat(store.find(gone)).isEmpty();
        assertThat(store.update(kept, MemoryStoreTest::renamed)).isFalse();
        assertThat(store.delete(kept, NOW, true)).isFalse();
        assertThat(store.list(CustomerQuery.all(), false).total()).isZero();
        assertThat(store.create(AL_GB, 1, draft("Ada"))).hasToString("AL000003-GB");
    }

    @Test
    void a_reset_counts_ids_and_handles_from_the_start_and_one_that_fails_changes_nothing() {
        store.create(AL_GB, 1, draft("Ada"));
        assertThatThrownBy(() -> store.reset(List.of(entry("A"), entry("A")), 1))
                .isInstanceOf(HandleTaken.class);
        assertThat(store.count()).isEqualTo(1);

        store.reset(List.of(entry("")), 7);

        assertThat(store.list(CustomerQuery.all(), false).customers())
                .extracting(StoredCustomer::id)
                .containsExactly(1L);
        assertThat(store.create(AL_GB, 7, draft("Ada"))).hasToString("AL000008-GB");
    }

    @Test
    void a_list_by_the_start_of_handles_ignores_case_and_finds_the_whole_handle_too() {
        store.seed(List.of(entry("AL000001-GB"), entry("al000001-gb"), entry("AL000002-GB"), entry("B_old")), 1);

        assertThat(handles("al000001-gb*")).containsExactly("AL000001-GB", "al000001-gb");
        assertThat(handles("AL*")).hasSize(3);
        assertThat(handles("b_*")).containsExactly("B_old");
        assertThat(handles("*2-gb")).containsExactly("AL000002-GB");
        assertThat(handles("AL000002-GB")).containsExactly("AL000002-GB");
        assertThat(handles("C*")).isEmpty();
    }

    private List<String> handles(String pattern) {
        CustomerQuery query = CustomerQuery.all().where(CustomerQuery.Field.HANDLE, pattern);
        return store.list(query, false).customers().stream()
                .map(customer -> customer.handle().value())
                .toList();
    }

    @Test
    void pages_of_a_large_list_join_to_all_customers_in_order() {
        List<String> all = new ArrayList<>();
        for (int number = 1; number <= 100; number++) {
            all.add(store.create(AL_GB, 1, draft("Ada" + number % 7)).value());
        }
        CustomerQuery byFirstName = CustomerQuery.all().ascending(CustomerQuery.Sort.FIRST_NAME);
        List<String> byName = new ArrayList<>(all);
        byName.sort(Comparator.comparing((String handle) -> (all.indexOf(handle) + 1) % 7)
                .thenComparing(all::indexOf));

        assertThat(pages(CustomerQuery.all())).isEqualTo(all);
        assertThat(pages(byFirstName)).isEqualTo(byName);
        Collections.reverse(all);
        assertThat(pages(CustomerQuery.all().descending(CustomerQuery.Sort.ID))).isEqualTo(all);
    }

    /** Returns the handles of pages of 30, one after the other. */
    private List<String> pages(CustomerQuery query) {
        List<String> handles = new ArrayList<>();
        for (int offset = 0; offset < 120; offset += 30) {
            StoredPage page = store.list(query.limit(30).offset(offset), false);
            assertThat(page.total()).isEqualTo(100);
            page.customers().forEach(customer -> handles.add(customer.handle().value()));
        }
        return handles;
    }

    @Test
    void a_change_runs_again_if_another_one_came_first_and_none_is_lost() {
        CustomerHandle handle = store.create(AL_GB, 1, draft("Ada"));
        AtomicInteger runs = new AtomicInteger();

        store.update(handle, before -> {
            if (runs.incrementAndGet() == 1) {
                store.update(handle, MemoryStoreTest::renamed);
            }
            return before.with(before.sections().toBuilder().comments("mine").build(), before.commentsChangedAt());
        });

        assertThat(runs).hasValue(2);
        NewCustomer stored = store.find(handle).orElseThrow().sections();
        assertThat(stored.name().firstName()).isEqualTo("Augusta");
        assertThat(stored.comments()).isEqualTo("mine");
    }

    @Test
    void a_store_that_is_full_gives_memory_back_for_shorter_customers() {
        List<CustomerHandle> created = new ArrayList<>();
        assertThatThrownBy(() -> {
                    while (true) {
                        created.add(store.create(AL_GB, 1, draft("x".repeat(1_000))));
                    }
                })
                .isInstanceOf(StoreFull.class);

        assertThat(store.update(created.get(0), MemoryStoreTest::renamed)).isTrue();
        assertThat(store.update(created.get(1), MemoryStoreTest::renamed)).isTrue();

        assertThat(store.create(AL_GB, 1, draft("x".repeat(1_000)))).isNotNull();
    }

    @Test
    void a_customer_kept_visible_never_disappears_while_it_is_deleted() throws Exception {
        for (int round = 0; round < 200; round++) {
            CustomerHandle handle = store.create(AL_GB, 1, draft("Ada"));
            Thread deleting = new Thread(() -> store.delete(handle, NOW, true));
            deleting.start();
            boolean isDeleted = false;
            while (!isDeleted) {
                isDeleted = store.find(handle).orElseThrow().isDeleted();
            }
            deleting.join();
            store.reset(List.of(), 1);
        }
    }
}
