package io.handlekit.conformance;

import io.handlekit.customers.Customers;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * A hook that refuses a fixture that makes a new implementation at each call: a rule would not find there what it has
 * created.
 */
final class OnePort implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor rule) {
        if (context.testInstance() instanceof CustomersContract contract) {
            Customers first = contract.fixture().customers();
            Customers second = contract.fixture().customers();
            if (first != second) {
                throw new AssertionError("CustomersFixture.customers() must return the same implementation each time,"
                        + " but it made a new one: make it once, in a static field of the test class");
            }
        }
        return rule.execute();
    }
}
