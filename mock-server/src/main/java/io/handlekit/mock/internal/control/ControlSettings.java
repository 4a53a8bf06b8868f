package io.handlekit.mock.internal.control;

import java.util.Optional;

/**
 * The settings of control API and journal.
 *
 * @param token the token that the control API requires; if empty, it answers only this machine
 * @param cors whether web pages of other origins may call the mock
 * @param journal whether exchanges are recorded
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

    /** Hides the token. */
    @Override
    public String toString() {
        return "ControlSettings[" + (token.isPresent() ? "token, " : "") + "cors=" + cors + ", journal=" + journal
                + "]";
    }
}
