package io.handlekit.mock.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.journal.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal(true, 64L << 20);

    private static Exchange exchange(int size) {
        return Exchange.of("POST", "")
                .request(List.of(), Optional.of(new byte[size]))
                .answer(200, List.of(), new byte[0])
                .build();
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
    void an_exchange_larger_than_the_journal_is_dropped_and_later_ones_are_kept() {
        journal.add(exchange(65 << 20));
        assertThat(journal.excerpt().exchanges()).isEmpty();

        journal.add(exchange(1));

        assertThat(journal.excerpt().numbered())
                .extracting(Journal.Numbered::number)
                .containsExactly(2L);
        assertThat(journal.dropped()).isEqualTo(1);
    }

    @Test
    void a_journal_that_is_off_only_counts() {
        Journal off = new Journal(false, 64L << 20);
        off.add(exchange(1));
        off.add(exchange(1));

        assertThat(off.excerpt().exchanges()).isEmpty();
        assertThat(off.count()).isZero();
        assertThat(off.dropped()).isEqualTo(2);
    }

    @Test
    void many_calls_at_once_get_each_number_once_and_in_order() throws Exception {
        int calls = 5_000;
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (int thread = 0; thread < 8; thread++) {
            threads.add(CompletableFuture.runAsync(
                    () -> IntStream.range(0, calls).forEach(call -> journal.add(exchange(1))), pool));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(threads.toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            assertConsecutive(journal.excerpt());
        }
        all.get();
        pool.shutdown();

        assertConsecutive(journal.excerpt());
        assertThat(journal.count()).isEqualTo(10_000);
        assertThat(journal.dropped()).isEqualTo(8 * calls - 10_000);
    }

    private static void assertConsecutive(Journal.Excerpt excerpt) {
        long expected = excerpt.dropped();
        for (Journal.Numbered one : excerpt.numbered()) {
            expected++;
            assertThat(one.number()).isEqualTo(expected);
        }
    }

    @Test
    void followers_are_told_until_they_stop() {
        AtomicInteger told = new AtomicInteger();
        Runnable follower = told::incrementAndGet;
        journal.follow(follower);
        journal.add(exchange(1));
        journal.clear();
        journal.unfollow(follower);
        journal.add(exchange(1));

        assertThat(told).hasValue(2);
    }
}
