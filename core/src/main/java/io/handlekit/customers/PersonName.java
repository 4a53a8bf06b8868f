package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a person, or of the contact person of a company. The service cannot change it after the create (article
 * "How to modify a handle").
 *
 * <pre>{@code
 * PersonName.of("Ada", "Lovelace");
 * PersonName.builder().initials("J.V.").firstName("Jan").prefix("van de").lastName("Velde").build();
 * }</pre>
 *
 * @param initials the first letters of the first names and the first letter of the last name; may be empty
 * @param firstName the first name; required by the service
 * @param prefix the part between first and last name in Dutch names ({@code van de}), not a title; may be empty
 * @param lastName the last name without its prefix; required by the service
 * @param unknownMembers the members that Handlekit does not know, kept as the service sent them
 */
public record PersonName(
        String initials, String firstName, String prefix, String lastName, UnknownMembers unknownMembers) {
    /** An empty name. */
    public static final PersonName EMPTY = new PersonName("", "", "", "");

    /** Creates the value. No part may be {@code null}. */
    public PersonName {
        Objects.requireNonNull(initials, "initials");
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(unknownMembers, "unknownMembers");
        MemberNames.refuseKnown(unknownMembers.json().keySet(), MemberNames.NAME);
    }

    /** Creates the value without unknown members. No part may be {@code null}. */
    public PersonName(String initials, String firstName, String prefix, String lastName) {
        this(initials, firstName, prefix, lastName, UnknownMembers.NONE);
    }

    /**
     * Returns this value with other unknown members.
     *
     * @param members the unknown members
     * @return the value
     * @throws IllegalArgumentException if one of the members is known
     */
    public PersonName withUnknownMembers(UnknownMembers members) {
        return new PersonName(initials, firstName, prefix, lastName, members);
    }

    /**
     * Creates a name without initials and prefix.
     *
     * @param firstName the first name
     * @param lastName the last name
     * @return the name
     */
    public static PersonName of(String firstName, String lastName) {
        return new PersonName("", firstName, "", lastName);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with all parts of this name. */
    public Builder toBuilder() {
        return new Builder()
                .initials(initials)
                .firstName(firstName)
                .prefix(prefix)
                .lastName(lastName)
                .unknownMembers(unknownMembers);
    }

    @Override
    public String toString() {
        return FilledFields.in("PersonName")
                .part("initials", initials.isEmpty())
                .part("first_name", firstName.isEmpty())
                .part("prefix", prefix.isEmpty())
                .part("last_name", lastName.isEmpty())
                .toString();
    }

    /** Sets a name part by part. Parts that are not set stay empty, and {@code null} is an empty part. Not thread-safe. */
    public static final class Builder {
        private String initials = "";
        private String firstName = "";
        private String prefix = "";
        private String lastName = "";
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder() {}

        /** Sets the first letters of the first names and the first letter of the last name. */
        public Builder initials(@Nullable String initials) {
            this.initials = Objects.requireNonNullElse(initials, "");
            return this;
        }

        /** Sets the first name. */
        public Builder firstName(@Nullable String firstName) {
            this.firstName = Objects.requireNonNullElse(firstName, "");
            return this;
        }

        /** Sets the part between first and last name, such as {@code van de}. */
        public Builder prefix(@Nullable String prefix) {
            this.prefix = Objects.requireNonNullElse(prefix, "");
            return this;
        }

        /** Sets the last name, without its prefix. */
        public Builder lastName(@Nullable String lastName) {
            this.lastName = Objects.requireNonNullElse(lastName, "");
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

        /** Builds the name. */
        public PersonName build() {
            return new PersonName(initials, firstName, prefix, lastName, unknownMembers);
        }
    }
}
