package io.handlekit.conformance.programs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The search for an order of concurrent calls. */
class CallHistoryTest {
    @Test
    void a_search_that_is_given_up_is_reported_as_skipped() {
        Customers sound = new ReferenceCustomers();
        CustomerHandle handle = new BlockingCustomers(sound).create(Goldens.newCustomer());
        CallHistory history = new CallHistory(() -> sound, handle, Goldens.newCustomer(), 1);
        history.run(new Command.Get(0));

        assertThatThrownBy(history::verifyExplained)
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("gave up before trying all orders of 2 calls");
    }
}
