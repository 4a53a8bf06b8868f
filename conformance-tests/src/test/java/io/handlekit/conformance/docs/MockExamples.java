package io.handlekit.conformance.docs;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.journal.Exchange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The Java examples of docs/mock.md that are no test class of their own. */
final class MockExamples {
    private MockExamples() {}

    static Optional<Customer> embed(Function<URI, CustomerHandle> yourProgram) {
        // tag::embed[]
        try (MockOpenprovider mock = MockOpenprovider.start()) {
            CustomerHandle handle = yourProgram.apply(mock.baseUri());
            List<Exchange> exchanges = mock.exchanges(); // the requests and the answers
            Optional<Customer> stored = mock.stored(handle); // the customer as the mock has it now
            return exchanges.isEmpty() ? Optional.empty() : stored;
        }
        // end::embed[]
    }

    static void fault(MockOpenprovider mock) {
        // tag::fault[]
        mock.failNext(Fault.reset().afterEffect().on("POST", "/customers")); // created, but the client gets no answer
        // end::fault[]
    }

    static MockOptions options(String customers) {
        // tag::options[]
        MockOptions options = MockOptions.defaults()
                .port(8080)
                .behaviour(Behaviour.defaults().with(Switch.Token.ISSUED))
                .customers(customers);
        // end::options[]
        return options;
    }
}
