package example;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.customers.Customers;

// tag::readme[]
class MyCustomersTest implements CustomersContract {
    private static final Customers MINE = new MyCustomers();

    @Override
    public CustomersFixture fixture() {
        return () -> MINE;
    }
}
// end::readme[]
