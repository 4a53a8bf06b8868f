package io.handlekit.http.internal.codec;

import io.handlekit.customers.vendor.UnknownMembers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one object: the texts with known names, and the others as they came. The last of two counts. */
final class Members {
    /** The text of a member that is not a text. */
    private static final String NOT_A_TEXT = new String("not a text");

    private final List<String> names;
    private final @Nullable String[] texts;
    private Map<String, String> others = Map.of();

    /** @param names the names of the texts */
    Members(List<String> names) {
        this.names = names;
        texts = new String[names.size()];
    }

    /** Reads an object; another value is read as an empty one. */
    static Members read(JsonReader in, List<String> names) {
        Members members = new Members(names);
        for (String name = in.firstMember(); name != null; name = in.nextMember()) {
            members.add(in, name);
        }
        return members;
    }

    void add(JsonReader in, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            others = with(others, name, in.json());
        } else {
            String text = in.text();
            texts[index] = text == null ? NOT_A_TEXT : text;
        }
    }

    /** Adds an unknown member, of which most objects have none. */
    static Map<String, String> with(Map<String, String> others, String name, String json) {
        Map<String, String> more = others.isEmpty() ? new LinkedHashMap<>() : others;
        more.put(name, json);
        return more;
    }

    /** Returns a text; empty if it is missing. */
    @SuppressWarnings("ReferenceEquality") // A reply may contain an equal text.
    String text(String name) {
        String text = texts[names.indexOf(name)];
        if (text == NOT_A_TEXT) {
            throw new ReplyDecoder.UnreadableReply(name + " is not a text");
        }
        return text == null ? "" : text;
    }

    UnknownMembers unknown() {
        return UnknownMembers.of(others);
    }
}
