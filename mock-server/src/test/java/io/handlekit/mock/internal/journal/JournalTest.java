package io.handlekit.mock.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.journal.Exchange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal(true, 64L << 20);

    private static Exchange exchange(int size) {
        return new Exchange("POST", "", "", Optional.of(new byte[size]), List.of(), 200, new byte[0], Optional.empty());
    }

    @Test
    void it_keeps_ten_thousand_exchanges_and_counts_the_dropped_ones() {
        Exchange first = exchange(1);
        journal.add(first);
        for (int i = 0; i < 10_000; i++) {
            journal.add(exchange(1));
        }

        assertThat(journal.excerpt().exchanges()).hasSize(10_000).doesNotContain(first);
        assertThat(journal.excerpt().dropped()).isEqualTo(1);
    }

    @Test
    void it_keeps_at_most_64_mebibytes() {
        for (int i = 0; i < 70; i++) {
            journal.add(exchange(1024 * 1024));
        }

        assertThat(journal.excerpt().exchanges()).hasSize(64);
        assertThat(journal.excerpt().dropped()).isEqualTo(6);
    }

    @Test
    void with_a_small_heap_it_uses_a_quarter_of_it() {
        Journal small = new Journal(true, 16L << 20);
        for (int i = 0; i < 20; i++) {
            small.add(exchange(1024 * 1024));
        }

        assertThat(small.excerpt().exchanges()).hasSize(16);
        assertThat(small.excerpt().dropped()).isEqualTo(4);
    }
}
