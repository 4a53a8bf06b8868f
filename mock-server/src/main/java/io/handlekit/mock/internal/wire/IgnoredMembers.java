package io.handlekit.mock.internal.wire;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.QuotedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The members and query parameters of one request that had no effect, so that a client's author gets to know of them.
 * Bounded in number and length: the names come from whoever sent the request.
 */
public final class IgnoredMembers {
    private static final int MOST = 50;
    private static final Pattern FIELD = Pattern.compile("[?]?[A-Za-z0-9_.\\[\\]-]+");

    private final boolean refuseUnknown;
    private final List<String> names = new ArrayList<>(0);

    public IgnoredMembers(Behaviour behaviour) {
        refuseUnknown = behaviour.is(Switch.UnknownFields.REFUSE);
    }

    /**
     * Notes a name that nobody knows.
     *
     * @throws BadRequest if such are refused
     */
    public void unknown(String name) {
        if (refuseUnknown) {
            throw new BadRequest(BadRequest.Kind.REFUSED, QuotedName.shown(name) + ": not known");
        }
        note(name);
    }

    /** Notes a name that is known and has no effect here. */
    public void note(String name) {
        if (names.size() < MOST) {
            names.add(QuotedName.shown(name));
        }
    }

    /** Forgets the names, before the same body is read again. */
    public void clear() {
        names.clear();
    }

    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** The same for a header, where a name that is none of a field might be anybody's. */
    public String forHeader() {
        return names.stream()
                .map(name -> FIELD.matcher(name).matches() ? name : "?")
                .collect(Collectors.joining(", "));
    }
}
