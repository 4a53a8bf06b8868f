package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.Finding;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import org.junit.jupiter.api.Test;

/** Tests of the way to send what a rule refuses. */
class AcceptedFindingsTest extends ClientTest {
    private static final PostalAddress NO_ZIPCODE = new PostalAddress("Main Street", "1", "", "", "Nassau", "", "BS");

    private static NewCustomer.Builder draft() {
        return NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(NO_ZIPCODE)
                .phone(new PhoneNumber("+1", "242", "5550100"))
                .email("ada@example.com");
    }

    private BlockingCustomers acceptingAnyZipcode() {
        return new BlockingCustomers(builder(HERE)
                .acceptFindings(finding -> finding.path().equals("address.zipcode"))
                .build());
    }

    @Test
    void a_create_with_an_accepted_error_is_sent() {
        service.answer(200, CUSTOMER);

        assertThat(acceptingAnyZipcode().create(draft().build())).isEqualTo(HANDLE);
    }

    @Test
    void an_update_with_an_accepted_error_is_sent() {
        service.answer(200, DONE);

        acceptingAnyZipcode()
                .update(HANDLE, CustomerChanges.builder().address(NO_ZIPCODE).build());

        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void errors_that_are_not_accepted_stop_the_call_and_are_listed_alone() {
        NewCustomer withoutEmail = draft().email("").build();

        Invalid invalid = failure(Invalid.class, () -> acceptingAnyZipcode().create(withoutEmail));

        assertThat(invalid.findings().errors()).extracting(Finding::path).containsExactly("email");
        assertThat(service.calls()).isEmpty();
    }
}
