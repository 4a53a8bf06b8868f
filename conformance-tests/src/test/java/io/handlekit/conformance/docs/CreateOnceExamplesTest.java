package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.policy.Ensured;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.junit.HandlekitMock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@HandlekitMock
class CreateOnceExamplesTest {
    @Test
    void a_repeated_create_returns_the_same_customer(MockOpenprovider mock, Customers port) {
        CustomerHandle handle = CreateOnceExamples.once(port, Drafts.ADA);

        assertThat(CreateOnceExamples.once(port, Drafts.ADA)).isEqualTo(handle);
        assertThat(mock.size()).isEqualTo(1);
        assertThat(mock.stored(handle)).map(Customer::comments).contains("[handlekit-ref: order-4711]");
    }

    @Test
    void a_handle_is_created_and_then_kept(Customers port) {
        Ensured first = CreateOnceExamples.reuse(port, Optional.empty(), Drafts.ADA);
        Ensured second = CreateOnceExamples.reuse(port, Optional.of(first.handle()), Drafts.ADA);

        assertThat(first.done()).isEqualTo(Ensured.Done.CREATED);
        assertThat(second).isEqualTo(new Ensured(first.handle(), Ensured.Done.KEPT));
    }
}
