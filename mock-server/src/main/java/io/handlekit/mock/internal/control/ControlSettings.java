package io.handlekit.mock.internal.control;

import java.util.Optional;

/**
 * What is set of the mock as a tool.
 *
 * @param token what the control API asks for; nothing if it takes whoever is on this machine
 * @param cors whether pages of other origins may call the mock
 * @param journal whether exchanges are kept
 */
public record ControlSettings(Optional<String> token, boolean cors, boolean journal) {
    public static final ControlSettings DEFAULTS = new ControlSettings(Optional.empty(), false, true);

    public ControlSettings token(String token) {
        return new ControlSettings(Optional.of(token), cors, journal);
    }

    public ControlSettings cors(boolean cors) {
        return new ControlSettings(token, cors, journal);
    }

    public ControlSettings journal(boolean journal) {
        return new ControlSettings(token, cors, journal);
    }

    /** Shows of a token only that there is one. */
    @Override
    public String toString() {
        return "Control[" + (token.isPresent() ? "token, " : "") + "cors=" + cors + ", journal=" + journal + "]";
    }
}
