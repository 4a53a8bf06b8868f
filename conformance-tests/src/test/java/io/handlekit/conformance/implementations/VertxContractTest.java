package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, run against the client with the Vert.x transport and v1 of the mock. */
class VertxContractTest implements CustomersContract {
    private static final HttpTransport TRANSPORT = new VertxTransport();
    private static final MockFixture FIXTURE = MockFixture.over(TRANSPORT);

    @Override
    public CustomersFixture fixture() {
        return FIXTURE;
    }

    @AfterContainer
    static void close() {
        FIXTURE.close();
        TRANSPORT.close();
    }
}
