package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;

/**
 * A tag of a customer. The vendor's schema knows one key, {@code customer}. The value should be a tag of the account.
 *
 * <pre>{@code CustomerTag.of("VIP");}</pre>
 *
 * @param key the key
 * @param value the value
 * @param unknownMembers the members that Handlekit does not know, kept as the service sent them
 */
public record CustomerTag(String key, String value, UnknownMembers unknownMembers) {
    /** Creates the value. No part may be {@code null}. */
    public CustomerTag {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unknownMembers, "unknownMembers");
        MemberNames.refuseKnown(unknownMembers.json().keySet(), MemberNames.TAG);
    }

    /** Creates the value without unknown members. No part may be {@code null}. */
    public CustomerTag(String key, String value) {
        this(key, value, UnknownMembers.NONE);
    }

    /**
     * Returns this value with other unknown members.
     *
     * @param members the unknown members
     * @return the value
     * @throws IllegalArgumentException if one of the members is known
     */
    public CustomerTag withUnknownMembers(UnknownMembers members) {
        return new CustomerTag(key, value, members);
    }

    /**
     * Creates a tag with the key {@code customer}.
     *
     * @param value the value
     * @return the tag
     */
    public static CustomerTag of(String value) {
        return new CustomerTag("customer", value);
    }

    /** Returns the filled parts without their values, since a tag may be an opinion about a customer. */
    @Override
    public String toString() {
        return FilledFields.in("CustomerTag")
                .part("key", key.isEmpty())
                .part("value", value.isEmpty())
                .toString();
    }
}
