package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, run against the client with the JDK transport and v1 of the mock. */
class JdkContractTest implements CustomersContract {
    private static final HttpTransport TRANSPORT = new JdkTransport();
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
