package io.handlekit.customers.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomersFailure.Unavailable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work always ends, and leaves no call behind. */
class CallSequenceTest {
    private final CallSequence<String> work = new CallSequence<>();

    private Object ended() {
        assertThat(work.outcome()).isDone();
        return work.outcome()
                .handle((value, failure) -> value == null ? failure : value)
                .join();
    }

    @Test
    void a_call_during_which_the_work_ends_is_given_up() {
        CompletableFuture<String> late = new CompletableFuture<>();

        work.read(
                () -> {
                    work.outcome().complete("done");
                    return late;
                },
                value -> work.outcome().complete(value));

        assertThat(late).isCancelled();
        assertThat(ended()).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_fault_in_what_comes_next_ends_the_work_which_has_had_its_effect_if_it_wrote(boolean writes) {
        work.call(
                writes,
                () -> CompletableFuture.completedFuture("value"),
                value -> {
                    throw new IllegalStateException("a bug");
                },
                work::fail);

        assertThat(ended()).isInstanceOfSatisfying(Unavailable.class, failure -> {
            assertThat(failure).hasRootCauseMessage("a bug");
            assertThat(failure.mayHaveTakenEffect()).isEqualTo(writes);
        });
    }
}
