package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A postal address in the parts that the service stores.
 *
 * <pre>{@code
 * PostalAddress.builder()
 *     .street("Herengracht").number("12").suffix("a")
 *     .zipcode("1017 BX").city("Amsterdam").country("NL")
 *     .build();
 * customer.address().toBuilder().number("14").build();
 * }</pre>
 *
 * @param street the street without the house number; required by the service
 * @param number the house number; some registries refuse an address without one
 * @param suffix the addition to the house number ({@code a}); may be empty
 * @param zipcode the postal code; required by the service
 * @param city the city; required by the service
 * @param state the state or province; some registries ask for it
 * @param country the country, two capital letters of ISO 3166-1 ({@code NL}); required by the service
 * @param unknownMembers the members that Handlekit does not know, kept as the service sent them
 */
public record PostalAddress(
        String street,
        String number,
        String suffix,
        String zipcode,
        String city,
        String state,
        String country,
        UnknownMembers unknownMembers) {
    /** An empty address. */
    public static final PostalAddress EMPTY = builder().build();

    /** Creates the value. No part may be {@code null}. */
    public PostalAddress {
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(suffix, "suffix");
        Objects.requireNonNull(zipcode, "zipcode");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(unknownMembers, "unknownMembers");
        MemberNames.refuseKnown(unknownMembers.json().keySet(), MemberNames.ADDRESS);
    }

    /** Creates the value without unknown members. No part may be {@code null}. */
    public PostalAddress(
            String street, String number, String suffix, String zipcode, String city, String state, String country) {
        this(street, number, suffix, zipcode, city, state, country, UnknownMembers.NONE);
    }

    /**
     * Returns this value with other unknown members.
     *
     * @param members the unknown members
     * @return the value
     * @throws IllegalArgumentException if one of the members is known
     */
    public PostalAddress withUnknownMembers(UnknownMembers members) {
        return new PostalAddress(street, number, suffix, zipcode, city, state, country, members);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with all parts of this address. */
    public Builder toBuilder() {
        return new Builder()
                .street(street)
                .number(number)
                .suffix(suffix)
                .zipcode(zipcode)
                .city(city)
                .state(state)
                .country(country)
                .unknownMembers(unknownMembers);
    }

    @Override
    public String toString() {
        return FilledFields.in("PostalAddress")
                .part("street", street.isEmpty())
                .part("number", number.isEmpty())
                .part("suffix", suffix.isEmpty())
                .part("zipcode", zipcode.isEmpty())
                .part("city", city.isEmpty())
                .part("state", state.isEmpty())
                .part("country", country.isEmpty())
                .toString();
    }

    /** Sets an address part by part. Parts that are not set stay empty, and {@code null} is an empty part. Not thread-safe. */
    public static final class Builder {
        private String street = "";
        private String number = "";
        private String suffix = "";
        private String zipcode = "";
        private String city = "";
        private String state = "";
        private String country = "";
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder() {}

        /** Sets the street, without the house number. */
        public Builder street(@Nullable String street) {
            this.street = Objects.requireNonNullElse(street, "");
            return this;
        }

        /** Sets the house number. */
        public Builder number(@Nullable String number) {
            this.number = Objects.requireNonNullElse(number, "");
            return this;
        }

        /** Sets the addition to the house number. */
        public Builder suffix(@Nullable String suffix) {
            this.suffix = Objects.requireNonNullElse(suffix, "");
            return this;
        }

        /** Sets the postal code. */
        public Builder zipcode(@Nullable String zipcode) {
            this.zipcode = Objects.requireNonNullElse(zipcode, "");
            return this;
        }

        /** Sets the city. */
        public Builder city(@Nullable String city) {
            this.city = Objects.requireNonNullElse(city, "");
            return this;
        }

        /** Sets the state or province. */
        public Builder state(@Nullable String state) {
            this.state = Objects.requireNonNullElse(state, "");
            return this;
        }

        /** Sets the country: two capital letters of ISO 3166-1. */
        public Builder country(@Nullable String country) {
            this.country = Objects.requireNonNullElse(country, "");
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

        /** Builds the address. */
        public PostalAddress build() {
            return new PostalAddress(street, number, suffix, zipcode, city, state, country, unknownMembers);
        }
    }
}
