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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A mock, or several that share a store, with a port in front that the contract tests. */
public final class MockFixture implements CustomersFixture, AutoCloseable {
    private final List<MockOpenprovider> mocks;
    private final Customers customers;
    private final ServiceControl control;
    private final Runnable closeClient;

    private MockFixture(
            List<MockOpenprovider> mocks, Customers customers, ServiceControl control, Runnable closeClient) {
        this.mocks = mocks;
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
        return new MockFixture(List.of(mock), over.apply(engine), engine, () -> {});
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
        return over(transport, MockOptions.defaults().behaviour(behaviour), version, 1);
    }

    /**
     * Creates a fixture for the client over this transport, at v1 of two mocks that share a store and take turns with its
     * calls, as behind a balancer. A token that one of them issues is sent to both.
     */
    static MockFixture overTwo(HttpTransport transport, String store) {
        MockOptions options = MockOptions.defaults()
                .behaviour(Behaviour.defaults().with(Switch.Token.ISSUED))
                .store(store);
        return over(transport, options, ApiVersion.V1, 2);
    }

    private static MockFixture over(HttpTransport transport, MockOptions options, ApiVersion version, int count) {
        MockControl control = new MockControl();
        List<MockOpenprovider> mocks = Stream.generate(() -> options.clock(control::nowOfService))
                .limit(count)
                .map(MockOpenprovider::start)
                .toList();
        List<Integer> ports = mocks.stream().map(MockOpenprovider::port).toList();
        HttpCustomers customers = HttpCustomers.builder(BaseUrl.of(mocks.get(0).baseUri(version)))
                .transport(control.over(count == 1 ? transport : new BalancedTransport(transport, ports)))
                .credentials(Credentials.login("reseller", "password"))
                .clock(control::now)
                .build();
        return new MockFixture(mocks, customers, control, customers::close);
    }

    public MockOpenprovider mock() {
        return mocks.get(0);
    }

    @Override
    public Customers customers() {
        return customers;
    }

    /** Counts exchanges and customers: an invalid draft adds to neither, over HTTP or in process. */
    @Override
    public OptionalLong callsReceived() {
        return OptionalLong.of(mock().size()
                + mocks.stream()
                        .mapToLong(mock ->
                                mock.droppedExchanges() + mock.exchanges().size())
                        .sum());
    }

    @Override
    public ServiceControl control() {
        return control;
    }

    @Override
    public Optional<Customer> stored(CustomerHandle handle) {
        return mock().stored(handle);
    }

    @Override
    public void close() {
        closeClient.run();
        mocks.forEach(MockOpenprovider::close);
    }
}
