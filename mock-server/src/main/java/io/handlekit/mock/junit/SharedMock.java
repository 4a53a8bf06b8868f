package io.handlekit.mock.junit;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import org.jspecify.annotations.Nullable;

/** The mock of a class, started at its first use. Thread-safe. */
final class SharedMock {
    private final MockOptions options;
    private @Nullable MockOpenprovider mock;

    private SharedMock(MockOptions options) {
        this.options = options;
    }

    /**
     * Returns the mock for an annotation, not yet started.
     *
     * @throws IllegalArgumentException if the annotation has an unknown switch or value
     */
    static SharedMock of(HandlekitMock annotation) {
        Behaviour behaviour = Behaviour.defaults();
        for (String word : annotation.switches()) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a switch must be written as name=value, such as token=issued");
            }
            behaviour = behaviour.with(parts[0], parts[1]);
        }
        return new SharedMock(MockOptions.defaults()
                .documentationCustomer(annotation.documentationCustomer())
                .behaviour(behaviour));
    }

    synchronized MockOpenprovider mock() {
        if (mock == null) {
            mock = another();
        }
        return mock;
    }

    /** Starts another mock with the same options. Closing it is the caller's responsibility. */
    MockOpenprovider another() {
        return MockOpenprovider.start(options);
    }

    synchronized void close() {
        if (mock != null) {
            mock.close();
        }
    }
}
