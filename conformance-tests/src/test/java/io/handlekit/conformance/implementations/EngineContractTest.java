package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, run against the engine of the mock, in process. */
class EngineContractTest implements CustomersContract {
    private static final MockFixture FIXTURE = MockFixture.inProcess();

    @Override
    public CustomersFixture fixture() {
        return FIXTURE;
    }

    @AfterContainer
    static void close() {
        FIXTURE.close();
    }
}
