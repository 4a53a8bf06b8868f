package io.handlekit.conformance.teeth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.conformance.programs.CallHistory;
import io.handlekit.conformance.programs.Command;
import io.handlekit.conformance.programs.PastedJava;
import io.handlekit.conformance.programs.Program;
import io.handlekit.conformance.programs.ReferenceCustomers;
import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** What the rules about programs catch is made short and can be run again; what they could not see is told. */
class FailingProgramTest {
    @ParameterizedTest
    @ValueSource(strings = {"C16", "C19"})
    void a_rule_is_reported_as_skipped_if_the_fixture_does_not_offer_what_it_needs(String rule) {
        Customers plain = new ReferenceCustomers();

        assertThat(CustomersTrial.of(() -> plain, rule))
                .get()
                .isInstanceOf(TestAbortedException.class)
                .asString()
                .contains("does not offer");
    }

    @Test
    void a_search_that_is_not_finished_is_reported_as_skipped() {
        Customers sound = new ReferenceCustomers();
        CallHistory trace = new CallHistory(() -> sound, create(sound), Goldens.newCustomer(), 1);
        trace.run(new Command.Get(0));

        assertThatThrownBy(trace::mustBeExplained).isInstanceOf(TestAbortedException.class);
    }

    private static CustomerHandle create(Customers customers) {
        return new BlockingCustomers(customers).create(Goldens.newCustomer());
    }

    /** It would be tried on what the next rule is tried on. */
    @Test
    void a_rule_that_is_over_is_not_tried_any_more_though_its_failure_could_be_shorter() {
        AtomicInteger calls = new AtomicInteger();
        Customers slow = ForwardingCustomers.onCreate((sound, draft) -> {
                    calls.incrementAndGet();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    return sound.create(draft.toBuilder().companyName("").build());
                })
                .apply(new ReferenceCustomers());

        assertThat(CustomersTrial.shrunk(() -> slow, "C04", 1)).isPresent();
        int seen = calls.get();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));

        assertThat(calls).hasValue(seen);
    }

    @Test
    void a_program_that_fails_is_short_and_fails_again_when_pasted(@TempDir Path scratch) {
        Customers subject = BrokenPrograms.losingSecondUpdates(new ReferenceCustomers());
        String message =
                CustomersTrial.shrunk(() -> subject, "C18", 60).orElseThrow().getMessage();
        String text = message.substring(message.indexOf("Program.of("));

        assertThat(Pattern.compile("new (Create|Update|Get|List\\w+|Delete)\\(")
                        .matcher(text)
                        .results())
                .as(text)
                .hasSizeLessThanOrEqualTo(4);
        Program pasted = (Program) PastedJava.value(text, scratch);
        Customers broken = BrokenPrograms.losingSecondUpdates(new ReferenceCustomers());
        assertThatThrownBy(() -> pasted.run(() -> broken)).isInstanceOf(AssertionError.class);
        Customers sound = new ReferenceCustomers();
        pasted.run(() -> sound);
    }
}
