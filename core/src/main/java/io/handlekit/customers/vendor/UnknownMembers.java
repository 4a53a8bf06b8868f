package io.handlekit.customers.vendor;

import io.handlekit.customers.internal.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of a part of a customer that the service sends and Handlekit does not know. They are kept as they came,
 * so that a part that you read and send back loses nothing. You can also add members that the vendor has added and this
 * version does not know:
 *
 * <pre>{@code
 * PostalAddress.builder().street("Herengracht").member("floor", "3").build();
 * new PhoneNumber("+31", "20", "5551234").withUnknownMembers(UnknownMembers.NONE.with("kind", "\"mobile\""));
 * }</pre>
 *
 * <p>A value is JSON text: a text has its quotation marks, a number keeps its digits exactly. Two values are equal if
 * their JSON texts are equal apart from white space; {@code 1.10} and {@code 1.1} differ. Names and values take part in
 * {@code equals} but are never shown, since they may be personal data.
 */
public final class UnknownMembers {
    /** No members. */
    public static final UnknownMembers NONE = new UnknownMembers(Map.of());

    private final Map<String, String> json;

    private UnknownMembers(Map<String, String> json) {
        this.json = json;
    }

    /**
     * Returns the given members, in order.
     *
     * @param json the JSON text of each value by the member's name
     * @throws IllegalArgumentException if a text is not one JSON value, or is nested deeper than 500 levels
     */
    public static UnknownMembers of(Map<String, String> json) {
        if (json.isEmpty()) {
            return NONE;
        }
        Map<String, String> members = new LinkedHashMap<>();
        json.forEach((name, value) -> members.put(Objects.requireNonNull(name, "name"), JsonText.compact(value)));
        return new UnknownMembers(Collections.unmodifiableMap(members));
    }

    /**
     * Returns these members and one more. It replaces a member with the same name.
     *
     * @param name the member's name on the wire
     * @param json the JSON text of its value, such as {@code "3"}, {@code "true"} or {@code "\"text\""}
     * @return the members
     * @throws IllegalArgumentException if the text is not one JSON value, or is nested deeper than 500 levels
     */
    public UnknownMembers with(String name, String json) {
        Map<String, String> members = new LinkedHashMap<>(this.json);
        members.put(Objects.requireNonNull(name, "name"), JsonText.compact(json));
        return new UnknownMembers(Collections.unmodifiableMap(members));
    }

    /**
     * Returns these members except one.
     *
     * @param name the member's name on the wire
     * @return the members
     */
    public UnknownMembers without(String name) {
        if (!json.containsKey(name)) {
            return this;
        }
        Map<String, String> members = new LinkedHashMap<>(json);
        members.remove(name);
        return members.isEmpty() ? NONE : new UnknownMembers(Collections.unmodifiableMap(members));
    }

    /** Returns true if there are no members. */
    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** Returns the JSON text of each value by the member's name: compact, and ASCII only. */
    public Map<String, String> json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownMembers that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Returns the number of members alone. */
    @Override
    public String toString() {
        return "UnknownMembers[" + json.size() + "]";
    }
}
