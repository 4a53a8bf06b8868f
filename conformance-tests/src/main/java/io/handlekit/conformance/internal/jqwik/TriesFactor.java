package io.handlekit.conformance.internal.jqwik;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** A hook that multiplies the number of tries of each rule by the system property {@code handlekit.tries.factor}. */
public final class TriesFactor implements AroundPropertyHook {
    private static final int FACTOR = Math.max(1, Integer.getInteger("handlekit.tries.factor", 1));

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor rule) {
        PropertyAttributes attributes = context.attributes();
        attributes.tries().filter(tries -> tries > 1).ifPresent(tries -> attributes.setTries(tries * FACTOR));
        return rule.execute();
    }
}
