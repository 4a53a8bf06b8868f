package io.handlekit.conformance.teeth;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.TransportFixture;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** The contract of a transport, one rule at a time, in any number of threads. Not a test of its own. */
final class TransportTrial implements TransportContract {
    private final TransportFixture fixture;

    private TransportTrial(TransportFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    public TransportFixture fixture() {
        return fixture;
    }

    /** How the rule failed, or nothing if it was kept. */
    static Optional<Throwable> of(TransportFixture fixture, String rule) {
        try {
            ContractSource.of(TransportContract.class).get(rule).invoke(new TransportTrial(fixture));
            return Optional.empty();
        } catch (InvocationTargetException failed) {
            return Optional.of(failed.getCause());
        } catch (IllegalAccessException odd) {
            throw new AssertionError("the rules are public", odd);
        }
    }
}
