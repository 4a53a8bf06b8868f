package io.handlekit.conformance.customers;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.internal.texts.MarkedCustomers;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.BrokenDrafts;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.Outcome;
import io.handlekit.conformance.fixture.ServiceControl;
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

/** The rule about what a failure shows, a part of {@link CustomersContract}. A failure ends up in logs. */
public interface PrivacyRules {
    /** How often the rule is tried. */
    int PRIVACY_TRIES = 50;

    /** The implementation under proof. Called once or more for each try. */
    CustomersFixture fixture();

    /**
     * No name, address, number, note or datum of a customer is in a failure's message, in its {@code toString}, or in
     * what it was caused by; of a create that fails on its way neither, if the fixture can have one fail (rule C17).
     */
    @Property(tries = PRIVACY_TRIES)
    default void C17_no_failure_shows_what_the_customer_said(
            @ForAll(supplier = ValidCustomers.class) NewCustomer valid,
            @ForAll(supplier = BrokenDrafts.class) BrokenDraft broken) {
        MarkedCustomers marked = new MarkedCustomers();
        BrokenDraft refused = new BrokenDraft(marked.markAll(broken.draft()), broken.errors());
        CustomerChanges changes = new BrokenDraft(marked.markAll(valid), Collections.emptySortedMap()).changes();
        Customers customers = fixture().customers();
        CustomerHandle nobody = fixture().unknownHandle();

        mustKeepSilentOf(marked, () -> customers.create(refused.draft()));
        mustKeepSilentOf(marked, () -> customers.update(nobody, refused.changes()));
        mustKeepSilentOf(marked, () -> customers.update(nobody, changes));
        if (failsNextCreate()) {
            Outcome.of(() -> customers.create(marked.markAll(valid)))
                    .failure()
                    .ifPresent(failure -> mustKeepSilentOf(marked, failure));
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

    private static <T> void mustKeepSilentOf(MarkedCustomers marked, Supplier<CompletionStage<T>> call) {
        mustKeepSilentOf(marked, Outcome.of(call).failure(CustomersFailure.class));
    }

    private static void mustKeepSilentOf(MarkedCustomers marked, CustomersFailure failure) {
        if (marked.appearsIn(shown(failure))) {
            throw new AssertionError("a failure shows what the customer said: " + failure.getClass());
        }
    }

    /**
     * All that a logger may write of it: with every cause and what was suppressed, each in words and by its message.
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
