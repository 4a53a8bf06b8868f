package io.handlekit.mock.internal.engine;

import io.handlekit.customers.tld.TldRequirements;
import java.util.Optional;

/** What top-level domains ask for, by whatever a client calls one. */
public final class TldLookup {
    private TldLookup() {}

    /** Empty for what cannot be a top-level domain: it is none that anything is known of. */
    public static Optional<TldRequirements> find(String name) {
        try {
            return Optional.of(TldRequirements.of(name));
        } catch (IllegalArgumentException noTld) {
            return Optional.empty();
        }
    }
}
