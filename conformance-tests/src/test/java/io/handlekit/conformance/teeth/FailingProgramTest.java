package io.handlekit.conformance.teeth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.conformance.programs.Command.Create;
import io.handlekit.conformance.programs.Command.Update;
import io.handlekit.conformance.programs.ConcurrentProgram;
import io.handlekit.conformance.programs.PastedJava;
import io.handlekit.conformance.programs.Program;
import io.handlekit.conformance.programs.ReferenceCustomers;
import io.handlekit.conformance.trial.CustomersTrial;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** A failing program is reported short and can be run again; a rule that cannot be tried is reported as skipped. */
class FailingProgramTest {
    private static final NewCustomer VALID = NewCustomer.builder()
            .name(PersonName.of("Ada", "King"))
            .address(new PostalAddress("Dam", "1", "", "1012 JS", "Amsterdam", "", "NL"))
            .phone(new PhoneNumber("+31", "20", "5551234"))
            .email("ada@example.com")
            .build();

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

    /** A try in the background would use the implementation that the next rule is about to use. */
    @Test
    void a_rule_that_is_over_is_not_tried_any_more_though_jqwik_goes_on_shrinking() {
        AtomicInteger calls = new AtomicInteger();
        Customers slow = ForwardingCustomers.onCreate((sound, draft) -> {
                    calls.incrementAndGet();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    return sound.create(draft.toBuilder().companyName("").build());
                })
                .apply(new ReferenceCustomers());

        assertThat(CustomersTrial.shrinkingOneSecond(() -> slow, "C04")).isPresent();
        int seen = calls.get();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));

        assertThat(calls).hasValue(seen);
    }

    @Test
    void a_program_that_fails_in_the_same_way_has_the_same_message_in_each_run() {
        Program lostComments = Program.of(
                new Create(VALID),
                new Update(0, CustomerChanges.builder().build()),
                new Update(0, CustomerChanges.builder().comments("noted since").build()));

        String message = messageOf(lostComments);

        assertThat(message)
                .isEqualTo(messageOf(lostComments))
                .contains("expected the texts {comments=noted since}, got {comments=<mark>} in their place");
    }

    private static String messageOf(Program failing) {
        Customers broken = BrokenPrograms.losingSecondUpdates(new ReferenceCustomers());
        return catchThrowableOfType(AssertionError.class, () -> failing.run(() -> broken))
                .getMessage();
    }

    @Test
    void a_program_that_fails_is_short_and_fails_again_when_pasted(@TempDir Path scratch) {
        Customers subject = BrokenPrograms.losingSecondUpdates(new ReferenceCustomers());
        String message = messageOf(subject, "C18");
        String text = message.substring(message.indexOf("Program.of("));

        assertThat(Pattern.compile("new (Create|Update|Get|List\\w+|Delete)\\(")
                        .matcher(text)
                        .results())
                .as(message)
                .hasSizeLessThanOrEqualTo(3);
        Program pasted = (Program) PastedJava.value(text, scratch);
        Customers broken = BrokenPrograms.losingSecondUpdates(new ReferenceCustomers());
        assertThatThrownBy(() -> pasted.run(() -> broken))
                .isInstanceOf(AssertionError.class)
                .hasMessage(message.substring(message.indexOf("; ") + 2));
        Customers sound = new ReferenceCustomers();
        pasted.run(() -> sound);
    }

    /** Tries the rule again if it misses the fault: its programs are random, and about one run in 200 has none that fails. */
    private static String messageOf(Customers subject, String rule) {
        return Stream.generate(() -> CustomersTrial.of(() -> subject, rule))
                .limit(5)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .getMessage();
    }

    /** Its calls go wrong in some runs only, so one run of the pasted program would often pass. */
    @Test
    void concurrent_clients_that_fail_at_times_are_short_and_fail_again_when_pasted(@TempDir Path scratch) {
        Customers subject = BrokenPrograms.losingEachFifthUpdate(new ReferenceCustomers());
        String message = messageOf(subject, "C20");
        String text = message.substring(message.indexOf("new ConcurrentProgram("));

        ConcurrentProgram pasted = (ConcurrentProgram) PastedJava.value(text, scratch);
        assertThat(pasted.drafts()).as(message).hasSize(1);
        assertThat(pasted.clients().stream().flatMap(List::stream)).as(message).hasSize(1);
        Customers broken = BrokenPrograms.losingEachFifthUpdate(new ReferenceCustomers());
        assertThatThrownBy(() -> pasted.run(() -> broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no order explains");
    }
}
