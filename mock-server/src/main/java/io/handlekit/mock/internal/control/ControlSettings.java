package io.handlekit.mock.internal.control;

import io.handlekit.mock.journal.Exchange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of control API and journal.
 *
 * @param token the token that the control API requires; if empty, it answers only this machine
 * @param cors whether web pages of other origins may call the mock
 * @param journal whether exchanges are recorded
 * @param inspector whether browsers get the inspector
 * @param listener gets each exchange
 * @param allowedHosts further host names under which clients may call the mock
 * @param snapshot the file in which the state is saved on request, and when the mock is closed
 */
public record ControlSettings(
        Optional<String> token,
        boolean cors,
        boolean journal,
        boolean inspector,
        Consumer<Exchange> listener,
        List<String> allowedHosts,
        Optional<Path> snapshot) {
    public static final ControlSettings DEFAULTS =
            new ControlSettings(Optional.empty(), false, true, true, exchange -> {}, List.of(), Optional.empty());

    public ControlSettings token(String token) {
        return new ControlSettings(Optional.of(token), cors, journal, inspector, listener, allowedHosts, snapshot);
    }

    public ControlSettings cors(boolean cors) {
        return new ControlSettings(token, cors, journal, inspector, listener, allowedHosts, snapshot);
    }

    public ControlSettings journal(boolean journal) {
        return new ControlSettings(token, cors, journal, inspector, listener, allowedHosts, snapshot);
    }

    public ControlSettings inspector(boolean inspector) {
        return new ControlSettings(token, cors, journal, inspector, listener, allowedHosts, snapshot);
    }

    public ControlSettings listener(Consumer<Exchange> listener) {
        return new ControlSettings(token, cors, journal, inspector, listener, allowedHosts, snapshot);
    }

    public ControlSettings allowedHosts(List<String> names) {
        return new ControlSettings(token, cors, journal, inspector, listener, List.copyOf(names), snapshot);
    }

    public ControlSettings snapshot(Path file) {
        return new ControlSettings(token, cors, journal, inspector, listener, allowedHosts, Optional.of(file));
    }

    /** Hides the token. */
    @Override
    public String toString() {
        return "ControlSettings[" + (token.isPresent() ? "token, " : "") + "cors=" + cors + ", journal=" + journal
                + ", inspector=" + inspector + "]";
    }
}
