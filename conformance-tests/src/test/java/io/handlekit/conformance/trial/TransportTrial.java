package io.handlekit.conformance.trial;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.TransportFixture;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** A runner of single rules of the transport contract, in any number of threads. Not a test by itself. */
public final class TransportTrial implements TransportContract {
    private final TransportFixture fixture;

    private TransportTrial(TransportFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    public TransportFixture fixture() {
        return fixture;
    }

    /** Runs the rule. Returns how it failed or why it was skipped, or empty if it was kept. */
    public static Optional<Throwable> of(TransportFixture fixture, String rule) {
        try {
            ContractSource.of(TransportContract.class).get(rule).invoke(new TransportTrial(fixture));
            return Optional.empty();
        } catch (InvocationTargetException failed) {
            return Optional.of(failed.getCause());
        } catch (IllegalAccessException odd) {
            throw new AssertionError("expected every rule to be public", odd);
        }
    }
}
