package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A telephone or fax number in the three parts that the service stores. Handlekit does not guess where an area code
 * ends: split the number yourself.
 *
 * <pre>{@code new PhoneNumber("+31", "20", "5551234");}</pre>
 *
 * @param countryCode a plus sign and one to four digits ({@code +31})
 * @param areaCode the area code without its leading zero ({@code 20}); may be empty, but some registries refuse that
 * @param subscriberNumber the subscriber's digits ({@code 5551234})
 * @param unknownMembers the members that Handlekit does not know, kept as the service sent them
 */
public record PhoneNumber(String countryCode, String areaCode, String subscriberNumber, UnknownMembers unknownMembers) {
    /** No number. */
    public static final PhoneNumber EMPTY = new PhoneNumber("", "", "");

    /** Creates the value. No part may be {@code null}. */
    public PhoneNumber {
        Objects.requireNonNull(countryCode, "countryCode");
        Objects.requireNonNull(areaCode, "areaCode");
        Objects.requireNonNull(subscriberNumber, "subscriberNumber");
        Objects.requireNonNull(unknownMembers, "unknownMembers");
        MemberNames.refuseKnown(unknownMembers.json().keySet(), MemberNames.PHONE);
    }

    /** Creates the value without unknown members. No part may be {@code null}. */
    public PhoneNumber(String countryCode, String areaCode, String subscriberNumber) {
        this(countryCode, areaCode, subscriberNumber, UnknownMembers.NONE);
    }

    /**
     * Returns this value with other unknown members.
     *
     * @param members the unknown members
     * @return the value
     * @throws IllegalArgumentException if one of the members is known
     */
    public PhoneNumber withUnknownMembers(UnknownMembers members) {
        return new PhoneNumber(countryCode, areaCode, subscriberNumber, members);
    }

    /** Returns true if all three parts are empty, which counts as no number. */
    public boolean isEmpty() {
        return countryCode.isEmpty() && areaCode.isEmpty() && subscriberNumber.isEmpty();
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with all parts of this number. */
    public Builder toBuilder() {
        return new Builder()
                .countryCode(countryCode)
                .areaCode(areaCode)
                .subscriberNumber(subscriberNumber)
                .unknownMembers(unknownMembers);
    }

    @Override
    public String toString() {
        return FilledFields.in("PhoneNumber")
                .part("country_code", countryCode.isEmpty())
                .part("area_code", areaCode.isEmpty())
                .part("subscriber_number", subscriberNumber.isEmpty())
                .toString();
    }

    /** Sets a number part by part. Parts that are not set stay empty, and {@code null} is an empty part. Not thread-safe. */
    public static final class Builder {
        private String countryCode = "";
        private String areaCode = "";
        private String subscriberNumber = "";
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder() {}

        /** Sets the country code: a plus sign and one to four digits. */
        public Builder countryCode(@Nullable String countryCode) {
            this.countryCode = Objects.requireNonNullElse(countryCode, "");
            return this;
        }

        /** Sets the area code, without its leading zero. */
        public Builder areaCode(@Nullable String areaCode) {
            this.areaCode = Objects.requireNonNullElse(areaCode, "");
            return this;
        }

        /** Sets the subscriber's digits. */
        public Builder subscriberNumber(@Nullable String subscriberNumber) {
            this.subscriberNumber = Objects.requireNonNullElse(subscriberNumber, "");
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

        /** Builds the number. */
        public PhoneNumber build() {
            return new PhoneNumber(countryCode, areaCode, subscriberNumber, unknownMembers);
        }
    }
}
