package io.handlekit.mock.internal.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static MemoryTokens seeded(long seed) {
        return new MemoryTokens(OptionalLong.of(seed));
    }

    private static MemoryTokens unseeded() {
        return new MemoryTokens(OptionalLong.empty());
    }

    @Test
    void each_mock_issues_other_tokens() {
        assertThat(unseeded().issue(NOW)).isNotEqualTo(unseeded().issue(NOW));
    }

    @Test
    void a_seed_gives_the_same_tokens_in_every_run_and_after_a_reset() {
        MemoryTokens tokens = seeded(7);
        String first = tokens.issue(NOW);
        String second = tokens.issue(NOW);

        assertThat(first)
                .isEqualTo(seeded(7).issue(NOW))
                .isNotEqualTo(seeded(8).issue(NOW))
                .isNotEqualTo(second);
        tokens.reset();
        assertThat(tokens.issuedAt(first)).isEmpty();
        assertThat(tokens.issue(NOW)).isEqualTo(first);
    }

    @Test
    void without_a_seed_a_token_from_before_a_reset_never_comes_back() {
        MemoryTokens tokens = unseeded();
        String before = tokens.issue(NOW);
        tokens.reset();

        assertThat(tokens.issue(NOW)).isNotEqualTo(before);
        assertThat(tokens.issuedAt(before)).isEmpty();
    }

    @Test
    void the_oldest_of_more_than_ten_thousand_tokens_is_revoked() {
        MemoryTokens tokens = unseeded();
        String oldest = tokens.issue(NOW);
        String next = tokens.issue(NOW);
        for (int count = 0; count < 9_999; count++) {
            tokens.issue(NOW);
        }

        assertThat(tokens.issuedAt(oldest)).isEmpty();
        assertThat(tokens.issuedAt(next)).contains(NOW);
    }
}
