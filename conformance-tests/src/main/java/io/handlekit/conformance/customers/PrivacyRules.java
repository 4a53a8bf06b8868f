package io.handlekit.conformance.customers;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.conformance.internal.check.CallOutcome;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.BrokenDrafts;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.internal.texts.MarkedCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.opentest4j.TestAbortedException;

/** The rule about what failures show, part of {@code CustomersContract}. Failures end up in logs. */
// jqwik's annotations name generators and hooks that users of the module need not see.
@SuppressWarnings("exports")
public interface PrivacyRules {
    /** The number of tries. */
    int PRIVACY_TRIES = 50;

    /** Returns the implementation under test. Each try calls this at least once. */
    CustomersFixture fixture();

    /**
     * Verifies that no text or number of a customer is in the message, the {@code toString} or the causes of a failure. If
     * the fixture can make a create fail, its failure is looked at too (rule C17).
     */
    @Property(tries = PRIVACY_TRIES)
    default void C17_no_failure_shows_what_the_customer_said(
            @ForAll(supplier = ValidCustomers.class) NewCustomer valid,
            @ForAll(supplier = BrokenDrafts.class) BrokenDraft broken) {
        MarkedCustomers marked = new MarkedCustomers();
        BrokenDraft refused = new BrokenDraft(marked.markAll(broken.draft()), broken.errors());
        CustomerChanges changes = new BrokenDraft(marked.markAll(valid), Collections.emptySortedMap()).changes();
        Customers customers = fixture().customers();
        CustomerHandle unknown = fixture().unknownHandle();

        verifySilence(marked, "create with errors", () -> customers.create(refused.draft()));
        verifySilence(marked, "update with errors", () -> customers.update(unknown, refused.changes()));
        verifySilence(marked, "update of an unknown handle", () -> customers.update(unknown, changes));
        if (failsNextCreate()) {
            String call = "create whose connection breaks";
            CallOutcome.of(call, () -> customers.create(marked.markAll(valid)))
                    .failure()
                    .ifPresent(failure -> verifySilence(marked, call, failure));
        }
    }

    private boolean failsNextCreate() {
        try {
            fixture().control().failNextCreate(ServiceControl.Moment.AFTER_EFFECT);
            return true;
        } catch (TestAbortedException notOffered) {
            return false;
        }
    }

    private static <T> void verifySilence(MarkedCustomers marked, String call, Supplier<CompletionStage<T>> made) {
        verifySilence(marked, call, CallOutcome.of(call, made).failure(CustomersFailure.class));
    }

    private static void verifySilence(MarkedCustomers marked, String call, CustomersFailure failure) {
        if (marked.appearsIn(shown(failure))) {
            throw new AssertionError(call + ": expected a failure that shows nothing of the customer, but a "
                    + failure.getClass().getSimpleName() + " shows a text or number of it");
        }
    }

    /**
     * Returns all that a logger may write about the failure in lower case: its stack trace with every cause and
     * suppressed failure, and each message.
     */
    private static String shown(Throwable failure) {
        StringWriter shown = new StringWriter();
        PrintWriter writer = new PrintWriter(shown);
        failure.printStackTrace(writer);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            writer.println(cause.getMessage());
        }
        return shown.toString().toLowerCase(Locale.ROOT);
    }
}
