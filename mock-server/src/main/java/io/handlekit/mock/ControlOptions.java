package io.handlekit.mock;

import java.util.Optional;

/**
 * What is set of the mock as a tool.
 *
 * @param token what the control API asks for; nothing if it takes whoever is on this machine
 * @param cors whether pages of other origins may call the mock
 * @param journal whether exchanges are kept
 */
record ControlOptions(Optional<String> token, boolean cors, boolean journal) {
    static final ControlOptions DEFAULTS = new ControlOptions(Optional.empty(), false, true);

    ControlOptions token(String token) {
        return new ControlOptions(Optional.of(token), cors, journal);
    }

    ControlOptions cors(boolean cors) {
        return new ControlOptions(token, cors, journal);
    }

    ControlOptions journal(boolean journal) {
        return new ControlOptions(token, cors, journal);
    }

    /** Shows of a token only that there is one. */
    @Override
    public String toString() {
        return "ControlOptions[" + (token.isPresent() ? "token, " : "") + "cors=" + cors + ", journal=" + journal + "]";
    }
}
