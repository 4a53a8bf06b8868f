package io.handlekit.customers.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration SETTLE_TIME = Duration.ofSeconds(30);

    @Test
    void a_random_number_shortens_each_delay_to_no_less_than_half() {
        Backoff shortest = new Backoff(SETTLE_TIME, () -> 0);
        Backoff longest = new Backoff(SETTLE_TIME, () -> 1);

        for (int searches = 0; searches < 100; searches++) {
            assertThat(shortest.after(searches).multipliedBy(2)).isEqualTo(longest.after(searches));
        }
        assertThat(longest.after(99)).isEqualTo(SETTLE_TIME.dividedBy(4));
    }
}
