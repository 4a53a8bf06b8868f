package io.handlekit.mock.internal.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.StoredVerification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tags and verifications: each store has a bound, and gives its memory back. */
class BoundedStoresTest {
    private static final int MOST_BYTES = 10_000;
    private static final CustomerDraft DRAFT =
            new CustomerDraft(NewCustomer.builder().build(), Optional.empty(), Optional.empty());

    private final MemoryTags tags = new MemoryTags(MOST_BYTES);
    private final MemoryVerifications verifications = new MemoryVerifications(MOST_BYTES);

    private void addTag(int number) {
        tags.add(new CustomerTag("customer", "x".repeat(500) + number));
    }

    private void verify(int number) {
        String email = "x".repeat(500) + number;
        verifications.change(
                email,
                before -> Optional.of(
                        new StoredVerification(StoredVerification.NEW, email, Optional.empty(), Instant.EPOCH, false)));
    }

    /** Calls until the store is full, and returns how often that went well. */
    private static int fill(IntConsumer add) {
        int[] count = {0};
        assertThatThrownBy(() -> {
                    while (count[0] < MOST_BYTES) {
                        add.accept(count[0]);
                        count[0]++;
                    }
                })
                .isInstanceOf(StoreFull.class);
        return count[0];
    }

    @Test
    void tags_have_a_bound_and_give_memory_back() {
        int most = fill(this::addTag);

        assertThat(most).isBetween(5, 20);
        addTag(0);
        assertThat(tags.remove("", "x".repeat(500) + "0")).isTrue();
        addTag(most);
        tags.reset();
        assertThat(fill(this::addTag)).isEqualTo(most);
    }

    @Test
    void verifications_have_a_bound_and_give_memory_back() {
        int most = fill(this::verify);

        assertThat(most).isBetween(5, 20);
        verify(0);
        assertThat(verifications.list()).hasSize(most);
        verifications.reset();
        assertThat(fill(this::verify)).isEqualTo(most);
    }

    @Test
    void a_load_that_has_no_room_for_its_tags_changes_nothing() {
        MemoryStores stores = new MemoryStores(16 * MOST_BYTES, OptionalLong.empty());
        stores.begin(List.of(), 1);
        stores.tags().add(new CustomerTag("customer", "VIP"));
        stores.customers().create(new HandleTemplate("AL", "GB"), 1, DRAFT);

        assertThatThrownBy(() -> stores.load(IntStream.range(0, MOST_BYTES)
                        .<StoredItem>mapToObj(i -> new StoredItem.Tag(new CustomerTag("customer", "tag " + i)))
                        .toList()))
                .isInstanceOf(StoreFull.class);

        assertThat(stores.customers().count()).isOne();
        assertThat(stores.tags().list("", "")).containsExactly(new CustomerTag("customer", "VIP"));
    }
}
