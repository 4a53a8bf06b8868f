package io.handlekit.conformance.subjects;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, kept by what creates once over the mock's engine: a port is what it is beside. */
class CreateOnceContractTest implements CustomersContract {
    private static final MockFixture FIXTURE = MockFixture.onceInProcess();

    @Override
    public CustomersFixture fixture() {
        return FIXTURE;
    }

    @AfterContainer
    static void close() {
        FIXTURE.close();
    }
}
