package io.handlekit.conformance.subjects;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, kept by the mock's engine in process. */
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
