package io.handlekit.customers.internal;

import java.util.Set;

/** The names of members that have a place of their own, and which no unknown member may have. */
public final class MemberNames {
    /** The members of a customer: its sections, and what the service adds. */
    public static final Set<String> CUSTOMER = Set.of(
            "additional_data",
            "address",
            "comments",
            "comments_last_changed_at",
            "company_name",
            "deleted_at",
            "email",
            "email_verification_status",
            "extension_additional_data",
            "fax",
            "handle",
            "id",
            "inn",
            "is_deleted",
            "locale",
            "name",
            "phone",
            "reseller_id",
            "tags",
            "vat");

    public static final Set<String> NAME = Set.of("initials", "first_name", "prefix", "last_name", "full_name");
    public static final Set<String> ADDRESS =
            Set.of("street", "number", "suffix", "zipcode", "city", "state", "country");
    public static final Set<String> PHONE = Set.of("country_code", "area_code", "subscriber_number");
    public static final Set<String> TAG = Set.of("key", "value");
    public static final Set<String> FILE = Set.of("description", "doc_type", "path");
    public static final Set<String> EXTENSION = Set.of("name", "data");

    private MemberNames() {}

    /**
     * Checks names of unknown members.
     *
     * @throws IllegalArgumentException if one of them is known
     */
    public static void refuseKnown(Set<String> names, Set<String> known) {
        if (names.isEmpty()) {
            return; // So it is in nearly every value, and the iterator of an empty set is one of the larger costs.
        }
        for (String name : names) {
            if (known.contains(name)) {
                throw new IllegalArgumentException(name + " is a known member; set it with its own method");
            }
        }
    }
}
