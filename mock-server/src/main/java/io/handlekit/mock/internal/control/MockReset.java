package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.base.ForwardClock;
import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.engine.CurrentBehaviour;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.engine.ResetLock;
import io.handlekit.mock.internal.engine.StartingCustomers;
import io.handlekit.mock.internal.faults.ActiveFaults;
import io.handlekit.mock.internal.journal.Journal;
import java.time.Duration;

/** The way back to the start, in one step for all calls. */
public final class MockReset {
    private final ResetLock lock;
    private final StartingCustomers start;
    private final CurrentBehaviour behaviour;
    private final ForwardClock clock;
    private final Access access;
    private final Engine engine;
    private final ActiveFaults faults;
    private final Journal journal;

    public MockReset(
            ResetLock lock,
            StartingCustomers start,
            CurrentBehaviour behaviour,
            ForwardClock clock,
            Access access,
            Engine engine,
            ActiveFaults faults,
            Journal journal) {
        this.lock = lock;
        this.start = start;
        this.behaviour = behaviour;
        this.clock = clock;
        this.access = access;
        this.engine = engine;
        this.faults = faults;
        this.journal = journal;
    }

    /** Puts everything back to the start, and ends the calls that faults hold up. */
    public void all() {
        lock.reset(() -> {
            resetStores();
            faults.reset();
            behaviour.change(now -> start.behaviour());
            journal.clear();
        });
    }

    /** Resets what may fail before anything else, so that a reset that fails changes nothing in this mock. */
    private void resetStores() {
        Duration ahead = clock.ahead();
        clock.reset();
        try {
            engine.reset(start);
            access.reset();
        } catch (RuntimeException refused) {
            clock.forward(ahead);
            throw refused;
        }
    }

    /** Puts customers, tags and verifications back to the start, and nothing else. */
    public void customers() {
        lock.reset(() -> engine.reset(start));
    }
}
