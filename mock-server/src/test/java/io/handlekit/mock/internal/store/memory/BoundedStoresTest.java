package io.handlekit.mock.internal.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerTag;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredVerification;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Tags and verifications: each store has a bound, and gives its memory back. */
class BoundedStoresTest {
    private static final int MOST_BYTES = 10_000;

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
}
