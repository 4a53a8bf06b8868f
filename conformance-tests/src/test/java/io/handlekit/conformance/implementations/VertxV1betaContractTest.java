package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.behaviour.ApiVersion;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The contract, run against the client with the Vert.x transport and v1beta of the mock. Every build runs it with this
 * transport at v1, and at v1beta with that of the JDK.
 */
@Tag("nightly")
class VertxV1betaContractTest implements CustomersContract {
    private static final HttpTransport TRANSPORT = new VertxTransport();
    private static final MockFixture FIXTURE = MockFixture.over(TRANSPORT, ApiVersion.V1BETA);

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
