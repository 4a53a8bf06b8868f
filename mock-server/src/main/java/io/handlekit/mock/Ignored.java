package io.handlekit.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The members and query parameters of one request that had no effect, so that a client's author gets to know of them.
 * Bounded in number and length: the names come from whoever sent the request.
 */
final class Ignored {
    private static final int MOST = 50;
    private static final int LONGEST = 100;

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
            throw new WireFault(WireFault.Kind.REFUSED, shown(name) + ": not known");
        }
        note(name);
    }

    /** Notes a name that is known and has no effect here. */
    void note(String name) {
        if (names.size() < MOST) {
            names.add(shown(name));
        }
    }

    List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** Printable ASCII, which can stand in a header. */
    private static String shown(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return start.replaceAll("[^!-+\\--~]", "?");
    }
}
