package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.junit.HandlekitMock;
import java.net.URI;
import org.junit.jupiter.api.Test;

@HandlekitMock
class MockExamplesTest {
    @Test
    void an_embedded_mock_shows_what_it_stored() {
        assertThat(MockExamples.embed(Drafts::signUp)).isPresent();
    }

    @Test
    void a_reset_after_the_effect_leaves_a_customer_and_no_answer(MockOpenprovider mock, URI baseUri) {
        MockExamples.fault(mock);

        assertThatThrownBy(() -> Drafts.signUp(baseUri)).isInstanceOf(CustomersFailure.Unavailable.class);
        assertThat(mock.size()).isEqualTo(1);
    }

    @Test
    void options_take_switches_and_customers() {
        assertThat(MockExamples.options("[]")).isNotNull();
    }

    @Test
    void a_program_runs_on_a_fixture(Customers port) {
        CustomersFixture fixture = () -> port;

        ConformanceExamples.program(fixture, Drafts.ADA);
    }
}
