package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** Returns true if key and value are equal, whatever the unknown members. */
    boolean isSameTag(CustomerTag other) {
        return key.equals(other.key) && value.equals(other.value);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with all parts of this tag. */
    public Builder toBuilder() {
        return new Builder().key(key).value(value).unknownMembers(unknownMembers);
    }

    /** Returns the filled parts without their values, since a tag may be an opinion about a customer. */
    @Override
    public String toString() {
        return FilledFields.in("CustomerTag")
                .part("key", key.isEmpty())
                .part("value", value.isEmpty())
                .toString();
    }

    /** Sets a tag part by part. Parts that are not set stay empty, and {@code null} is an empty part. Not thread-safe. */
    public static final class Builder {
        private String key = "";
        private String value = "";
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder() {}

        /** Sets the key. */
        public Builder key(@Nullable String key) {
            this.key = Objects.requireNonNullElse(key, "");
            return this;
        }

        /** Sets the value. */
        public Builder value(@Nullable String value) {
            this.value = Objects.requireNonNullElse(value, "");
            return this;
        }

        /**
         * Adds a member that Handlekit does not know, or replaces it.
         *
         * @param name the member's name on the wire
         * @param json the JSON text of its value, such as {@code "3"} or {@code "\"text\""}
         * @return this builder
         * @throws IllegalArgumentException if the text is not one JSON value
         */
        public Builder member(String name, String json) {
            unknownMembers = unknownMembers.with(name, json);
            return this;
        }

        /** Replaces all members that Handlekit does not know. */
        public Builder unknownMembers(UnknownMembers members) {
            unknownMembers = Objects.requireNonNull(members, "members");
            return this;
        }

        /** Builds the tag. */
        public CustomerTag build() {
            return new CustomerTag(key, value, unknownMembers);
        }
    }
}
