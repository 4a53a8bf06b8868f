package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;

/**
 * The name of a person, or of the contact person of a company. The service cannot change it after the create (article
 * "How to modify a handle").
 *
 * <pre>{@code
 * PersonName.of("Ada", "Lovelace");
 * new PersonName("J.V.", "Jan", "van de", "Velde");
 * }</pre>
 *
 * @param initials the first letters of the first names and the first letter of the last name; may be empty
 * @param firstName the first name; required by the service
 * @param prefix the part between first and last name in Dutch names ({@code van de}), not a title; may be empty
 * @param lastName the last name without its prefix; required by the service
 * @param unknownMembers the members that Handlekit does not know, kept as the service sent them
 */
public record PersonName(String initials, String firstName, String prefix, String lastName, UnknownMembers unknownMembers) {
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

    @Override
    public String toString() {
        return FilledFields.in("PersonName")
                .part("initials", initials.isEmpty())
                .part("first_name", firstName.isEmpty())
                .part("prefix", prefix.isEmpty())
                .part("last_name", lastName.isEmpty())
                .toString();
    }
}
