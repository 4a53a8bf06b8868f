package io.handlekit.conformance;

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
