package io.handlekit.mock;

import io.handlekit.customers.validation.TldRequirements;
import java.util.Optional;

/** What top-level domains ask for, by whatever a client calls one. */
final class TldLookup {
    private TldLookup() {}

    /** Empty for what cannot be a top-level domain: it is none that anything is known of. */
    static Optional<TldRequirements> find(String name) {
        try {
            return Optional.of(TldRequirements.of(name));
        } catch (IllegalArgumentException noTld) {
            return Optional.empty();
        }
    }
}
