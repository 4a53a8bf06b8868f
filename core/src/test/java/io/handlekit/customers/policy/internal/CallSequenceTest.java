package io.handlekit.customers.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomersFailure.Unavailable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sequence always completes, and leaves no call in progress. */
class CallSequenceTest {
    private final CallSequence<String> calls = new CallSequence<>();

    private Object result() {
        assertThat(calls.outcome()).isDone();
        return calls.outcome()
                .handle((value, failure) -> value == null ? failure : value)
                .join();
    }

    @Test
    void a_call_is_cancelled_if_the_outcome_is_completed_while_it_starts() {
        CompletableFuture<String> late = new CompletableFuture<>();

        calls.read(
                () -> {
                    calls.outcome().complete("done");
                    return late;
                },
                value -> calls.outcome().complete(value));

        assertThat(late).isCancelled();
        assertThat(result()).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_bug_in_the_next_step_fails_the_sequence_and_a_write_may_have_taken_effect(boolean writes) {
        calls.call(
                writes,
                () -> CompletableFuture.completedFuture("value"),
                value -> {
                    throw new IllegalStateException("a bug");
                },
                calls::fail);

        assertThat(result()).isInstanceOfSatisfying(Unavailable.class, failure -> {
            assertThat(failure).hasRootCauseMessage("a bug");
            assertThat(failure.mayHaveTakenEffect()).isEqualTo(writes);
        });
    }

    @Test
    void an_error_of_the_call_or_of_the_next_step_fails_the_sequence_too() {
        CallSequence<String> other = new CallSequence<>();
        calls.read(
                () -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                value -> {});
        other.read(() -> CompletableFuture.completedFuture("value"), value -> {
            throw new StackOverflowError();
        });

        assertThat(result()).isInstanceOf(Unavailable.class);
        assertThat(other.outcome()).isCompletedExceptionally();
    }
}
