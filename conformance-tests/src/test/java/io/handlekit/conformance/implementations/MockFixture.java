package io.handlekit.conformance.implementations;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A mock with a port in front of it that the contract tests. */
public final class MockFixture implements CustomersFixture, AutoCloseable {
    private final MockOpenprovider mock;
    private final Customers customers;
    private final ServiceControl control;
    private final Runnable closeClient;

    private MockFixture(MockOpenprovider mock, Customers customers, ServiceControl control, Runnable closeClient) {
        this.mock = mock;
        this.customers = customers;
        this.control = control;
        this.closeClient = closeClient;
    }

    /** Creates a fixture for the engine, without HTTP. */
    public static MockFixture inProcess() {
        return inProcess(Behaviour.defaults());
    }

    /** Creates a fixture for the engine of a mock with this behaviour. */
    public static MockFixture inProcess(Behaviour behaviour) {
        return inProcess(behaviour, UnaryOperator.identity());
    }

    /** Creates a fixture for {@code CreateOnce} over the engine. */
    static MockFixture onceInProcess() {
        return inProcess(CreateOnce::over);
    }

    /** Creates a fixture for a port over the engine. */
    public static MockFixture inProcess(UnaryOperator<Customers> over) {
        return inProcess(Behaviour.defaults(), over);
    }

    private static MockFixture inProcess(Behaviour behaviour, UnaryOperator<Customers> over) {
        MockOpenprovider mock = MockOpenprovider.start(MockOptions.defaults().behaviour(behaviour));
        ControlledCustomers engine = new ControlledCustomers(mock.customers());
        return new MockFixture(mock, over.apply(engine), engine, () -> {});
    }

    /** Creates a fixture for the client over this transport, at v1; tokens are issued and expire. */
    public static MockFixture over(HttpTransport transport) {
        return over(transport, ApiVersion.V1);
    }

    /** Creates a fixture for the client over this transport, at this version; tokens are issued and expire. */
    static MockFixture over(HttpTransport transport, ApiVersion version) {
        return over(transport, Behaviour.defaults().with(Switch.Token.ISSUED), version);
    }

    /** Creates a fixture for the client over this transport, at v1 of a mock with this behaviour. */
    public static MockFixture over(HttpTransport transport, Behaviour behaviour) {
        return over(transport, behaviour, ApiVersion.V1);
    }

    private static MockFixture over(HttpTransport transport, Behaviour behaviour, ApiVersion version) {
        MockControl control = new MockControl();
        MockOpenprovider mock = MockOpenprovider.start(
                MockOptions.defaults().behaviour(behaviour).clock(control::nowOfService));
        HttpCustomers customers = HttpCustomers.builder(BaseUrl.of(mock.baseUri(version)))
                .transport(control.over(transport))
                .credentials(Credentials.login("reseller", "password"))
                .clock(control::now)
                .build();
        return new MockFixture(mock, customers, control, customers::close);
    }

    public MockOpenprovider mock() {
        return mock;
    }

    @Override
    public Customers customers() {
        return customers;
    }

    /** Counts exchanges and customers: an invalid draft adds to neither, over HTTP or in process. */
    @Override
    public OptionalLong callsReceived() {
        return OptionalLong.of(mock.droppedExchanges() + mock.exchanges().size() + mock.size());
    }

    @Override
    public ServiceControl control() {
        return control;
    }

    @Override
    public Optional<Customer> stored(CustomerHandle handle) {
        return mock.stored(handle);
    }

    @Override
    public void close() {
        closeClient.run();
        mock.close();
    }
}
