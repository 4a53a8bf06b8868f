package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.programs.ReferenceCustomers;

/** The contract, run against its own reference implementation. */
class ReferenceContractTest implements CustomersContract {
    private static final ControlledCustomers MODEL = new ControlledCustomers(new ReferenceCustomers());

    @Override
    public CustomersFixture fixture() {
        return MODEL;
    }
}
