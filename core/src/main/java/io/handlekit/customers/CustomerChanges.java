package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.internal.MemberNames;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes of an update, section by section: the body of {@code PUT /customers/{handle}}.
 *
 * <p>A section that you do not set is kept. A section that you set is replaced as a whole: give a complete address, not
 * just the new street. Setting an empty section clears it. Address, telephone and e-mail cannot be cleared, so an empty
 * one is an error.
 *
 * <p>A section that you set from a customer that you read keeps the members that Handlekit does not know. Those beside
 * the sections are kept by the service, and sent only if you set them.
 *
 * <p>There is no name or company name here, because the service cannot change them; see {@link NewCustomer#copyOf}.
 *
 * <pre>{@code
 * CustomerChanges moved = CustomerChanges.builder()
 *     .address(newAddress)
 *     .email("ada@example.org")
 *     .clearFax()
 *     .build();
 * }</pre>
 */
public final class CustomerChanges {
    private final Change<PostalAddress> address;
    private final Change<PhoneNumber> phone;
    private final Change<PhoneNumber> fax;
    private final Change<String> email;
    private final Change<String> vat;
    private final Change<String> locale;
    private final Change<String> comments;
    private final Change<List<CustomerTag>> tags;
    private final Change<AdditionalData> additionalData;
    private final Change<List<ExtensionData>> extensionData;
    private final UnknownMembers unknownMembers;

    private CustomerChanges(Builder builder) {
        address = builder.address;
        phone = builder.phone;
        fax = builder.fax;
        email = builder.email;
        vat = builder.vat;
        locale = builder.locale;
        comments = builder.comments;
        tags = builder.tags;
        additionalData = builder.additionalData;
        extensionData = builder.extensionData;
        unknownMembers = builder.unknownMembers;
    }

    /** Returns a builder that keeps every section. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the changes that make one customer the other: the sections that differ, cleared where they are empty
     * afterwards. An address, telephone or e-mail that is empty afterwards is set, and the rules refuse it.
     *
     * <pre>{@code
     * NewCustomer moved = NewCustomer.copyOf(customer).email("ada@example.org").build();
     * customers.update(customer.handle(), CustomerChanges.between(customer, moved));
     * }</pre>
     *
     * @param before the customer as it is
     * @param after the customer as it should be; a member that Handlekit does not know and that it lacks is kept
     * @throws IllegalArgumentException if the name or the company name differs, since an update cannot change them;
     *     create a copy instead, see {@link NewCustomer#copyOf}
     */
    public static CustomerChanges between(Customer before, NewCustomer after) {
        return between(before.sections(), after);
    }

    /** Does the same as {@link #between(Customer, NewCustomer)}, for a customer that you keep yourself. */
    public static CustomerChanges between(NewCustomer before, NewCustomer after) {
        return new Differences(before, after).changes();
    }

    /** Returns the change to the postal address. */
    public Change<PostalAddress> address() {
        return address;
    }

    /** Returns the change to the telephone number. */
    public Change<PhoneNumber> phone() {
        return phone;
    }

    /** Returns the change to the fax number. */
    public Change<PhoneNumber> fax() {
        return fax;
    }

    /** Returns the change to the e-mail address. */
    public Change<String> email() {
        return email;
    }

    /** Returns the change to the VAT number. */
    public Change<String> vat() {
        return vat;
    }

    /** Returns the change to the locale. */
    public Change<String> locale() {
        return locale;
    }

    /** Returns the change to the notes. */
    public Change<String> comments() {
        return comments;
    }

    /** Returns the change to the tags. */
    public Change<List<CustomerTag>> tags() {
        return tags;
    }

    /** Returns the change to the additional data. */
    public Change<AdditionalData> additionalData() {
        return additionalData;
    }

    /** Returns the change to the data of single top-level domains. */
    public Change<List<ExtensionData>> extensionData() {
        return extensionData;
    }

    /** Returns the members beside the sections that this update sets and Handlekit does not know. */
    public UnknownMembers unknownMembers() {
        return unknownMembers;
    }

    /** Returns a builder with these changes. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.address = address;
        builder.phone = phone;
        builder.fax = fax;
        builder.email = email;
        builder.vat = vat;
        builder.locale = locale;
        builder.comments = comments;
        builder.tags = tags;
        builder.additionalData = additionalData;
        builder.extensionData = extensionData;
        builder.unknownMembers = unknownMembers;
        return builder;
    }

    private List<Object> parts() {
        return List.of(
                address, phone, fax, email, vat, locale, comments, tags, additionalData, extensionData, unknownMembers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomerChanges that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return FilledFields.in("CustomerChanges")
                .part("address", address.isKeep())
                .part("phone", phone.isKeep())
                .part("fax", fax.isKeep())
                .part("email", email.isKeep())
                .part("vat", vat.isKeep())
                .part("locale", locale.isKeep())
                .part("comments", comments.isKeep())
                .part("tags", tags.isKeep())
                .part("additional_data", additionalData.isKeep())
                .part("extension_additional_data", extensionData.isKeep())
                .toString();
    }

    /**
     * Sets changes section by section. Sections that are not set are kept. A {@code null} is refused by the name of the
     * argument, because it could mean to keep the section or to clear it. Not thread-safe.
     */
    public static final class Builder {
        private Change<PostalAddress> address = Change.keep();
        private Change<PhoneNumber> phone = Change.keep();
        private Change<PhoneNumber> fax = Change.keep();
        private Change<String> email = Change.keep();
        private Change<String> vat = Change.keep();
        private Change<String> locale = Change.keep();
        private Change<String> comments = Change.keep();
        private Change<List<CustomerTag>> tags = Change.keep();
        private Change<AdditionalData> additionalData = Change.keep();
        private Change<List<ExtensionData>> extensionData = Change.keep();
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder() {}

        /** Replaces the whole postal address. */
        public Builder address(PostalAddress address) {
            this.address = Change.set(required(address, "address"));
            return this;
        }

        /** Replaces the whole telephone number. */
        public Builder phone(PhoneNumber phone) {
            this.phone = Change.set(required(phone, "phone"));
            return this;
        }

        /** Replaces the whole fax number. */
        public Builder fax(PhoneNumber fax) {
            this.fax = clearable(fax, "fax").equals(PhoneNumber.EMPTY) ? Change.clear() : Change.set(fax);
            return this;
        }

        /** Removes the fax number. */
        public Builder clearFax() {
            fax = Change.clear();
            return this;
        }

        /** Sets the e-mail address. */
        public Builder email(String email) {
            this.email = Change.set(required(email, "email"));
            return this;
        }

        /** Sets the VAT number. */
        public Builder vat(String vat) {
            this.vat = clearable(vat, "vat").isEmpty() ? Change.clear() : Change.set(vat);
            return this;
        }

        /** Removes the VAT number. */
        public Builder clearVat() {
            vat = Change.clear();
            return this;
        }

        /** Sets the locale, an ICU name such as {@code nl_NL}. */
        public Builder locale(String locale) {
            this.locale = clearable(locale, "locale").isEmpty() ? Change.clear() : Change.set(locale);
            return this;
        }

        /** Removes the locale. */
        public Builder clearLocale() {
            locale = Change.clear();
            return this;
        }

        /** Sets the notes. */
        public Builder comments(String comments) {
            this.comments = clearable(comments, "comments").isEmpty() ? Change.clear() : Change.set(comments);
            return this;
        }

        /** Removes the notes. */
        public Builder clearComments() {
            comments = Change.clear();
            return this;
        }

        /** Replaces all tags. */
        public Builder tags(List<CustomerTag> tags) {
            this.tags = clearable(tags, "tags").isEmpty() ? Change.clear() : Change.set(List.copyOf(tags));
            return this;
        }

        /**
         * Adds a tag to the customer's, unless it has it. The service replaces all tags at once, so the changes contain
         * them all.
         *
         * @param current the customer as it was read
         * @param tag the tag to add
         */
        public Builder addTag(Customer current, CustomerTag tag) {
            List<CustomerTag> tags = new ArrayList<>(this.tags.applyTo(current.tags(), List.of()));
            return tags.stream().anyMatch(tag::isSameTag) || !tags.add(tag) ? this : tags(tags);
        }

        /**
         * Removes a tag from the customer's, if it has it: each one with this key and value. If none is left, the tags
         * are cleared.
         *
         * @param current the customer as it was read
         * @param tag the tag to remove
         */
        public Builder removeTag(Customer current, CustomerTag tag) {
            List<CustomerTag> tags = new ArrayList<>(this.tags.applyTo(current.tags(), List.of()));
            return tags.removeIf(tag::isSameTag) ? tags(tags) : this;
        }

        /** Removes all tags. */
        public Builder clearTags() {
            tags = Change.clear();
            return this;
        }

        /** Replaces all additional data. */
        public Builder additionalData(AdditionalData additionalData) {
            this.additionalData =
                    clearable(additionalData, "additionalData").isEmpty() ? Change.clear() : Change.set(additionalData);
            return this;
        }

        /** Removes all additional data. */
        public Builder clearAdditionalData() {
            additionalData = Change.clear();
            return this;
        }

        /** Replaces the data of all top-level domains. */
        public Builder extensionData(List<ExtensionData> extensionData) {
            this.extensionData = clearable(extensionData, "extensionData").isEmpty()
                    ? Change.clear()
                    : Change.set(List.copyOf(extensionData));
            return this;
        }

        /** Removes the data of all top-level domains. */
        public Builder clearExtensionData() {
            extensionData = Change.clear();
            return this;
        }

        /**
         * Adds a member beside the sections that Handlekit does not know, or replaces it.
         *
         * @param name the member's name on the wire
         * @param json the JSON text of its value, such as {@code "3"} or {@code "\"text\""}
         * @return this builder
         * @throws IllegalArgumentException if the member is known, or if the text is not one JSON value
         */
        public Builder member(String name, String json) {
            return unknownMembers(unknownMembers.with(name, json));
        }

        /**
         * Replaces all members beside the sections that Handlekit does not know.
         *
         * @param members the members
         * @return this builder
         * @throws IllegalArgumentException if one of the members is known
         */
        public Builder unknownMembers(UnknownMembers members) {
            MemberNames.refuseKnown(members.json().keySet(), MemberNames.CUSTOMER);
            unknownMembers = members;
            return this;
        }

        private static <T> T required(T value, String name) {
            return Objects.requireNonNull(value, () -> name + " is null; to keep it, do not set it");
        }

        /** A null could mean to keep the section or to clear it. */
        private static <T> T clearable(T value, String name) {
            return Objects.requireNonNull(
                    value, () -> name + " is null; to keep it, do not set it; to clear it, set an empty value");
        }

        /** Builds the changes. */
        public CustomerChanges build() {
            return new CustomerChanges(this);
        }
    }
}
