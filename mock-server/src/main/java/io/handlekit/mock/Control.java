package io.handlekit.mock;

import java.util.Optional;

/**
 * What is set of the mock as a tool.
 *
 * @param token what the control API asks for; nothing if it takes whoever is on this machine
 * @param cors whether pages of other origins may call the mock
 * @param journal whether exchanges are kept
 */
record Control(Optional<String> token, boolean cors, boolean journal) {
    static final Control DEFAULTS = new Control(Optional.empty(), false, true);

    Control token(String token) {
        return new Control(Optional.of(token), cors, journal);
    }

    Control cors(boolean cors) {
        return new Control(token, cors, journal);
    }

    Control journal(boolean journal) {
        return new Control(token, cors, journal);
    }

    /** Shows of a token only that there is one. */
    @Override
    public String toString() {
        return "Control[" + (token.isPresent() ? "token, " : "") + "cors=" + cors + ", journal=" + journal + "]";
    }
}
