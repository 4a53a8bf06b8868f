package io.handlekit.conformance;

import io.handlekit.customers.Customers;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A mock, and a subject in front of it. */
final class MockFixture implements CustomersFixture, AutoCloseable {
    private final MockOpenprovider mock;
    private final Customers customers;

    private MockFixture(Function<MockOpenprovider, Customers> subject) {
        mock = MockOpenprovider.start();
        customers = subject.apply(mock);
    }

    /** The engine, with no wire in between. */
    static MockFixture inProcess() {
        return inProcess(UnaryOperator.identity());
    }

    /** The engine, and what creates once over it. */
    static MockFixture onceInProcess() {
        return inProcess(CreateOnce::over);
    }

    /** The engine, and something over it. */
    static MockFixture inProcess(UnaryOperator<Customers> over) {
        return new MockFixture(mock -> over.apply(mock.customers()));
    }

    /** The client over the given transport, logging in as anybody. */
    static MockFixture over(HttpTransport transport) {
        return new MockFixture(mock -> HttpCustomers.builder(BaseUrl.of(mock.baseUri()))
                .transport(transport)
                .credentials(Credentials.login("reseller", "password"))
                .build());
    }

    MockOpenprovider mock() {
        return mock;
    }

    @Override
    public Customers customers() {
        return customers;
    }

    /** Exchanges for a subject on the wire, customers for the engine: an invalid draft adds to neither. */
    @Override
    public OptionalLong callsReceived() {
        return OptionalLong.of(mock.droppedExchanges() + mock.exchanges().size() + mock.size());
    }

    @Override
    public void close() {
        mock.close();
    }
}
