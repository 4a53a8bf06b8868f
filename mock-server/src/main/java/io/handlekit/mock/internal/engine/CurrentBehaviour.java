package io.handlekit.mock.internal.engine;

import io.handlekit.mock.behaviour.Behaviour;
import java.util.function.UnaryOperator;

/** The behaviour of the mock at this moment. A request asks once, and keeps what it got. Safe for several threads. */
public final class CurrentBehaviour {
    private volatile Behaviour behaviour;

    public CurrentBehaviour(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public Behaviour get() {
        return behaviour;
    }

    /** Changes the behaviour for all requests that come later, and returns the new one. */
    public synchronized Behaviour change(UnaryOperator<Behaviour> change) {
        behaviour = change.apply(behaviour);
        return behaviour;
    }
}
