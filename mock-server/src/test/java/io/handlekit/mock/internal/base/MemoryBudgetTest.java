package io.handlekit.mock.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final long MIB = 1024 * 1024;

    private final MemoryBudget budget = new MemoryBudget(240 * MIB);

    @Test
    void the_shares_leave_a_quarter_of_the_heap_to_everything_else() {
        assertThat(budget.customers()).isEqualTo(80 * MIB);
        assertThat(budget.journal()).isEqualTo(30 * MIB);
        assertThat(new MemoryBudget(8_192 * MIB).journal()).isEqualTo(64 * MIB);
    }

    @Test
    void calls_in_progress_share_a_quarter_of_the_heap() {
        MemoryBudget.Lease one = budget.lease();
        MemoryBudget.Lease other = budget.lease();

        assertThat(one.grow(30 * MIB)).isTrue();
        assertThat(other.grow(30 * MIB)).isTrue();
        assertThat(other.grow(1)).isFalse();
        one.close();
        assertThat(other.grow(1)).isTrue();
    }

    @Test
    void a_call_alone_may_be_as_large_as_all_customers() {
        MemoryBudget.Lease lease = budget.lease();

        assertThat(lease.grow(80 * MIB)).isTrue();
        assertThat(lease.grow(1)).isFalse();
    }

    @Test
    void a_lease_gives_its_memory_back_once() {
        MemoryBudget.Lease lease = budget.lease();
        lease.grow(10);

        lease.close();
        lease.close();

        assertThat(budget.inUse()).isZero();
        assertThat(lease.grow(1)).isFalse();
    }
}
