package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, run against {@code CreateOnce} over the engine of the mock: it is a port like the underlying one. */
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
