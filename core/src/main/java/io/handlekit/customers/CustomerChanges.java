package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an update does to a customer, section by section: what {@code PUT /customers/{handle}} carries. A section that
 * is not mentioned is kept. A section that is set is set as a whole: give a complete address, not just the new street.
 * An empty section is the same as a cleared one; address, telephone and e-mail cannot be cleared, so an empty one of
 * those is an error.
 *
 * <p>A name or company name cannot be put here, since the service keeps them for good; see {@link NewCustomer#copyOf}.
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

    private CustomerChanges(Builder form) {
        address = form.address;
        phone = form.phone;
        fax = form.fax;
        email = form.email;
        vat = form.vat;
        locale = form.locale;
        comments = form.comments;
        tags = form.tags;
        additionalData = form.additionalData;
        extensionData = form.extensionData;
    }

    /** A form in which every section is kept. */
    public static Builder builder() {
        return new Builder();
    }

    /** What happens to the postal address. */
    public Change<PostalAddress> address() {
        return address;
    }

    /** What happens to the telephone number. */
    public Change<PhoneNumber> phone() {
        return phone;
    }

    /** What happens to the fax number. */
    public Change<PhoneNumber> fax() {
        return fax;
    }

    /** What happens to the e-mail address. */
    public Change<String> email() {
        return email;
    }

    /** What happens to the VAT number. */
    public Change<String> vat() {
        return vat;
    }

    /** What happens to language and country. */
    public Change<String> locale() {
        return locale;
    }

    /** What happens to the notes. */
    public Change<String> comments() {
        return comments;
    }

    /** What happens to the tags. */
    public Change<List<CustomerTag>> tags() {
        return tags;
    }

    /** What happens to what some registries ask of every customer. */
    public Change<AdditionalData> additionalData() {
        return additionalData;
    }

    /** What happens to what single top-level domains ask. */
    public Change<List<ExtensionData>> extensionData() {
        return extensionData;
    }

    /** A form filled in with these changes, to be added to. */
    public Builder toBuilder() {
        Builder form = new Builder();
        form.address = address;
        form.phone = phone;
        form.fax = fax;
        form.email = email;
        form.vat = vat;
        form.locale = locale;
        form.comments = comments;
        form.tags = tags;
        form.additionalData = additionalData;
        form.extensionData = extensionData;
        return form;
    }

    private List<Change<?>> parts() {
        return List.of(address, phone, fax, email, vat, locale, comments, tags, additionalData, extensionData);
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

    /** Fills in changes section by section; what is not mentioned is kept. Not for use by several threads. */
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

        private Builder() {}

        /** Sets the postal address as a whole. */
        public Builder address(PostalAddress address) {
            this.address = Change.set(address);
            return this;
        }

        /** Sets the telephone number as a whole. */
        public Builder phone(PhoneNumber phone) {
            this.phone = Change.set(phone);
            return this;
        }

        /** Sets the fax number as a whole. */
        public Builder fax(PhoneNumber fax) {
            this.fax = fax.isEmpty() ? Change.clear() : Change.set(fax);
            return this;
        }

        /** Removes the fax number. */
        public Builder clearFax() {
            fax = Change.clear();
            return this;
        }

        /** Sets the e-mail address. */
        public Builder email(String email) {
            this.email = Change.set(email);
            return this;
        }

        /** Sets the VAT number. */
        public Builder vat(String vat) {
            this.vat = vat.isEmpty() ? Change.clear() : Change.set(vat);
            return this;
        }

        /** Removes the VAT number. */
        public Builder clearVat() {
            vat = Change.clear();
            return this;
        }

        /** Sets language and country, an ICU name such as {@code nl_NL}. */
        public Builder locale(String locale) {
            this.locale = locale.isEmpty() ? Change.clear() : Change.set(locale);
            return this;
        }

        /** Removes language and country. */
        public Builder clearLocale() {
            locale = Change.clear();
            return this;
        }

        /** Sets the notes. */
        public Builder comments(String comments) {
            this.comments = comments.isEmpty() ? Change.clear() : Change.set(comments);
            return this;
        }

        /** Removes the notes. */
        public Builder clearComments() {
            comments = Change.clear();
            return this;
        }

        /** Sets the tags, in place of all there are. */
        public Builder tags(List<CustomerTag> tags) {
            this.tags = tags.isEmpty() ? Change.clear() : Change.set(List.copyOf(tags));
            return this;
        }

        /** Removes all tags. */
        public Builder clearTags() {
            tags = Change.clear();
            return this;
        }

        /** Sets the additional data, in place of all there is. */
        public Builder additionalData(AdditionalData additionalData) {
            this.additionalData = additionalData.isEmpty() ? Change.clear() : Change.set(additionalData);
            return this;
        }

        /** Removes all additional data. */
        public Builder clearAdditionalData() {
            additionalData = Change.clear();
            return this;
        }

        /** Sets the data of all top-level domains, in place of all there is. */
        public Builder extensionData(List<ExtensionData> extensionData) {
            this.extensionData = extensionData.isEmpty() ? Change.clear() : Change.set(List.copyOf(extensionData));
            return this;
        }

        /** Removes the data of all top-level domains. */
        public Builder clearExtensionData() {
            extensionData = Change.clear();
            return this;
        }

        /** The changes as filled in so far. */
        public CustomerChanges build() {
            return new CustomerChanges(this);
        }
    }
}
