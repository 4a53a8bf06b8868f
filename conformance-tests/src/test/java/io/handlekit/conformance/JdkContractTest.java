package io.handlekit.conformance;

import io.handlekit.http.HttpTransport;
import io.handlekit.http.JdkTransport;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, kept by the client over the JDK's HTTP client and the mock. */
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
