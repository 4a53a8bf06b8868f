package io.handlekit.mock.internal.engine;

import io.handlekit.customers.tld.TldRequirements;
import java.util.Optional;

/** The requirements of top-level domains, by any name that a client sends. */
public final class TldLookup {
    private TldLookup() {}

    /** Returns the requirements; empty if the name cannot be a top-level domain. */
    public static Optional<TldRequirements> find(String name) {
        try {
            return Optional.of(TldRequirements.of(name));
        } catch (IllegalArgumentException noTld) {
            return Optional.empty();
        }
    }
}
