package io.handlekit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.opentest4j.TestAbortedException;

/** The rules about programs have teeth too, and what they catch is made short and can be run again. */
class PlantedProgramFaultsTest {
    private static final Map<String, UnaryOperator<Customers>> FAULTS = Map.of(
            "none", port -> port,
            "blocks its caller", BrokenPorts::blockingItsCaller,
            "loses second updates", BrokenPorts::losingSecondUpdates,
            "retries creates", BrokenPorts::retryingCreates,
            "denies effects", BrokenPorts::denyingEffects,
            "writes back what it read", BrokenPorts::writingBackWhatItRead);

    @ParameterizedTest
    @CsvSource({
        "none,C03,SUCCESSFUL",
        "blocks its caller,C16,FAILED",
        "loses second updates,C03,SUCCESSFUL",
        "loses second updates,C18,FAILED",
        "retries creates,C18,SUCCESSFUL",
        "retries creates,C19,FAILED",
        "denies effects,C18,SUCCESSFUL",
        "denies effects,C19,FAILED",
        "writes back what it read,C03,SUCCESSFUL",
        "writes back what it read,C20,FAILED",
    })
    void a_fault_that_takes_several_calls_is_caught(String fault, String rule, Status expected) {
        assertThat(BrokenPort.result(FAULTS.get(fault), rule).getStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C16", "C19"})
    void a_rule_is_reported_as_skipped_if_the_fixture_does_not_offer_what_it_needs(String rule) {
        Customers plain = new ReferenceCustomers();
        TestExecutionResult result = BrokenPort.result(() -> plain, rule);

        assertThat(result.getStatus()).isEqualTo(Status.ABORTED);
        assertThat(result.getThrowable().orElseThrow()).hasMessageContaining("does not offer");
    }

    @Test
    void a_search_that_is_not_finished_is_reported_as_skipped() {
        Customers sound = new ReferenceCustomers();
        Trace trace = new Trace(() -> sound, create(sound), 1);
        trace.run(new Command.Get(0));

        assertThatThrownBy(trace::mustBeExplained).isInstanceOf(TestAbortedException.class);
    }

    private static CustomerHandle create(Customers customers) {
        return new BlockingCustomers(customers).create(Goldens.newCustomer());
    }

    @Test
    void a_program_that_fails_is_short_and_fails_again_when_pasted(@TempDir Path scratch) {
        String message = BrokenPort.result(BrokenPorts::losingSecondUpdates, "C18")
                .getThrowable()
                .orElseThrow()
                .getMessage();
        String text = message.substring(message.indexOf("Program.of("));

        assertThat(Pattern.compile("new (Create|Update|Get|List\\w+|Delete)\\(")
                        .matcher(text)
                        .results())
                .as(text)
                .hasSizeLessThanOrEqualTo(4);
        Program pasted = (Program) PastedText.value(text, scratch);
        Customers broken = BrokenPorts.losingSecondUpdates(new ReferenceCustomers());
        assertThatThrownBy(() -> pasted.run(() -> broken)).isInstanceOf(AssertionError.class);
        Customers sound = new ReferenceCustomers();
        pasted.run(() -> sound);
    }
}
