package io.handlekit.mock.junit;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import org.jspecify.annotations.Nullable;

/** The mock of a class, started when it is first asked for. Safe for several threads. */
final class SharedMock {
    private final MockOptions options;
    private @Nullable MockOpenprovider mock;

    private SharedMock(MockOptions options) {
        this.options = options;
    }

    /**
     * The mock that an annotation asks for.
     *
     * @throws IllegalArgumentException if it names a switch that there is not
     */
    static SharedMock of(HandlekitMock annotation) {
        Behaviour behaviour = Behaviour.defaults();
        for (String word : annotation.switches()) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a switch is set as in token=issued");
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

    /** A mock like it, for the caller to close. */
    MockOpenprovider another() {
        return MockOpenprovider.start(options);
    }

    synchronized void close() {
        if (mock != null) {
            mock.close();
        }
    }
}
