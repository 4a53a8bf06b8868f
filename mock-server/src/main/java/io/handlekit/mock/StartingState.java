package io.handlekit.mock;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.engine.CustomerSeed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a mock has at its start, and has again after a reset. */
record StartingState(
        boolean documentationCustomer,
        Optional<CustomerSeed> seed,
        List<Fault> faults,
        Behaviour behaviour,
        InstantSource clock,
        OptionalLong tokenSeed,
        Optional<Path> saved) {
    static final StartingState DEFAULTS = new StartingState(
            false,
            Optional.empty(),
            List.of(),
            Behaviour.defaults(),
            InstantSource.system(),
            OptionalLong.empty(),
            Optional.empty());

    StartingState documentationCustomer(boolean wanted) {
        return new StartingState(wanted, seed, faults, behaviour, clock, tokenSeed, saved);
    }

    StartingState seed(CustomerSeed customers) {
        return new StartingState(
                documentationCustomer, Optional.of(customers), faults, behaviour, clock, tokenSeed, saved);
    }

    StartingState faults(List<Fault> armed) {
        return new StartingState(documentationCustomer, seed, List.copyOf(armed), behaviour, clock, tokenSeed, saved);
    }

    StartingState behaviour(Behaviour switches) {
        return new StartingState(documentationCustomer, seed, faults, switches, clock, tokenSeed, saved);
    }

    StartingState clock(InstantSource time) {
        return new StartingState(documentationCustomer, seed, faults, behaviour, time, tokenSeed, saved);
    }

    StartingState tokenSeed(long number) {
        return new StartingState(documentationCustomer, seed, faults, behaviour, clock, OptionalLong.of(number), saved);
    }

    StartingState saved(Path file) {
        return new StartingState(documentationCustomer, seed, faults, behaviour, clock, tokenSeed, Optional.of(file));
    }

    /** Shows no customer. */
    @Override
    public String toString() {
        return "StartingState";
    }
}
