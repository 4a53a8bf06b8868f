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
 * The members and query parameters of one request that had no effect, which the answer reports. At most 50 names are
 * kept, and each is shortened, because a client chooses them freely.
 */
public final class IgnoredMembers {
    private static final int MOST = 50;
    private static final Pattern FIELD = Pattern.compile("[?]?[A-Za-z0-9_.\\[\\]-]+");

    private final boolean refuseUnknown;
    private final List<String> names = new ArrayList<>(0);
    private int kept;

    public IgnoredMembers(Behaviour behaviour) {
        refuseUnknown = behaviour.is(Switch.UnknownFields.REFUSE);
    }

    /**
     * Records an unknown name.
     *
     * @throws BadRequest if a switch refuses unknown names
     */
    public void unknown(String name) {
        if (refuseUnknown) {
            throw BadRequest.at(BadRequest.Kind.REFUSED, name, "unknown");
        }
        note(name);
    }

    /** Records a known name that has no effect here. */
    public void note(String name) {
        if (names.size() < MOST) {
            names.add(QuotedName.shown(name));
        }
    }

    /** Keeps the names so far when others are forgotten. */
    public void keep() {
        kept = names.size();
    }

    /** Forgets the names that are not kept, before the same body is read again. */
    public void clear() {
        names.subList(kept, names.size()).clear();
    }

    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** Returns the names for a header. A name that is not like a field's is shown as a question mark: it may be personal data. */
    public String forHeader() {
        return names.stream()
                .map(name -> FIELD.matcher(name).matches() ? name : "?")
                .collect(Collectors.joining(", "));
    }
}
