package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * A hook that divides the tries of the rules that have most by ten, so that a slow store gets at night what others get in
 * every build.
 */
final class FewerTries implements AroundPropertyHook {
    private static final int SHARE = 10;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor rule) {
        PropertyAttributes attributes = context.attributes();
        attributes
                .tries()
                .filter(tries -> tries >= CustomersContract.TRIES)
                .ifPresent(tries -> attributes.setTries(tries / SHARE));
        return rule.execute();
    }

    /** Runs before the hook that multiplies the tries at night. */
    @Override
    public int aroundPropertyProximity() {
        return -1;
    }
}
