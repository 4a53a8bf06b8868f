package io.handlekit.conformance;

/** The contract, kept by the model itself. */
class ReferenceContractTest implements CustomersContract {
    private static final ControlledCustomers MODEL = new ControlledCustomers(new ReferenceCustomers());

    @Override
    public CustomersFixture fixture() {
        return MODEL;
    }
}
