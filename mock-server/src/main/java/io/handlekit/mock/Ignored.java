package io.handlekit.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The members and query parameters of one request that had no effect, so that a client's author gets to know of them.
 * Bounded in number and length: the names come from whoever sent the request.
 */
final class Ignored {
    private static final int MOST = 50;
    private static final Pattern FIELD = Pattern.compile("[?]?[A-Za-z0-9_.\\[\\]-]+");

    private final boolean refuseUnknown;
    private final List<String> names = new ArrayList<>(0);

    Ignored(Behaviour behaviour) {
        refuseUnknown = behaviour.is(Switch.UnknownFields.REFUSE);
    }

    /**
     * Notes a name that nobody knows.
     *
     * @throws WireFault if such are refused
     */
    void unknown(String name) {
        if (refuseUnknown) {
            throw new WireFault(WireFault.Kind.REFUSED, Names.shown(name) + ": not known");
        }
        note(name);
    }

    /** Notes a name that is known and has no effect here. */
    void note(String name) {
        if (names.size() < MOST) {
            names.add(Names.shown(name));
        }
    }

    List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** The same for a header, where a name that is none of a field might be anybody's. */
    String forHeader() {
        return names.stream()
                .map(name -> FIELD.matcher(name).matches() ? name : "?")
                .collect(Collectors.joining(", "));
    }
}
