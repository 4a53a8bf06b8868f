package io.handlekit.conformance.subjects;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.programs.ReferenceCustomers;

/** The contract, kept by the model itself. */
class ReferenceContractTest implements CustomersContract {
    private static final ControlledCustomers MODEL = new ControlledCustomers(new ReferenceCustomers());

    @Override
    public CustomersFixture fixture() {
        return MODEL;
    }
}
