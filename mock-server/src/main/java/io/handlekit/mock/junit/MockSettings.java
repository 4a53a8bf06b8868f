package io.handlekit.mock.junit;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.fault.Fault;
import java.util.List;

/** What the mocks of a class start with, and whether its tests share one. */
record MockSettings(MockOptions options, List<Fault> faults, boolean shared) {
    static final MockSettings DEFAULTS = new MockSettings(MockOptions.defaults(), List.of(), false);

    MockSettings {
        faults = List.copyOf(faults);
    }

    /**
     * Returns the settings of an annotation.
     *
     * @throws IllegalArgumentException if it has an unknown switch or value
     */
    static MockSettings of(HandlekitMock annotation) {
        Behaviour behaviour = Behaviour.defaults();
        for (String word : annotation.switches()) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a switch must be written as name=value, such as token=issued");
            }
            behaviour = behaviour.with(parts[0], parts[1]);
        }
        MockOptions options = MockOptions.defaults()
                .documentationCustomer(annotation.documentationCustomer())
                .behaviour(behaviour);
        return new MockSettings(options, List.of(), annotation.shared());
    }

    MockOpenprovider start() {
        MockOpenprovider mock = MockOpenprovider.start(options);
        mock.faults(faults);
        return mock;
    }

    void reset(MockOpenprovider mock) {
        mock.reset();
        mock.faults(faults);
    }

    /** Shows nothing of the customers. */
    @Override
    public String toString() {
        return "MockSettings[faults=" + faults.size() + ", shared=" + shared + "]";
    }
}
