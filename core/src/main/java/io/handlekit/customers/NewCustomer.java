package io.handlekit.customers;

import io.handlekit.customers.internal.FilledFields;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be created: what {@code POST /customers} carries. A draft may be incomplete; {@link
 * io.handlekit.customers.validation.CustomerRules} finds all that is wrong with it.
 *
 * <pre>{@code
 * NewCustomer ada = NewCustomer.builder()
 *     .name(PersonName.of("Ada", "Lovelace"))
 *     .address(PostalAddress.builder().street("Dorset Street").number("1").zipcode("W1U 4EG")
 *         .city("London").country("GB").build())
 *     .phone(new PhoneNumber("+44", "20", "79460000"))
 *     .email("ada@example.com")
 *     .build();
 * }</pre>
 *
 * <p>To rename a customer, create a copy and use its handle from then on:
 *
 * <pre>{@code NewCustomer.copyOf(customer).name(PersonName.of("Ada", "King")).build();}</pre>
 */
public final class NewCustomer {
    private final String companyName;
    private final PersonName name;
    private final PostalAddress address;
    private final PhoneNumber phone;
    private final PhoneNumber fax;
    private final String email;
    private final String vat;
    private final String locale;
    private final String comments;
    private final List<CustomerTag> tags;
    private final AdditionalData additionalData;
    private final List<ExtensionData> extensionData;

    private NewCustomer(Builder form) {
        companyName = form.companyName;
        name = form.name;
        address = form.address;
        phone = form.phone;
        fax = form.fax;
        email = form.email;
        vat = form.vat;
        locale = form.locale;
        comments = form.comments;
        tags = List.copyOf(form.tags);
        additionalData = form.additionalData;
        extensionData = List.copyOf(form.extensionData);
    }

    /** An empty form to fill in. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A form filled in with all that a customer is made of, to be changed and created anew. The articles call it
     * cloning: the only way to another name or company name.
     */
    public static Builder copyOf(Customer customer) {
        return customer.sections().toBuilder();
    }

    /** The company's name; empty for a private person. */
    public String companyName() {
        return companyName;
    }

    /** The person's name, or that of the company's contact person. */
    public PersonName name() {
        return name;
    }

    /** The postal address. */
    public PostalAddress address() {
        return address;
    }

    /** The telephone number. */
    public PhoneNumber phone() {
        return phone;
    }

    /** The fax number; {@link PhoneNumber#EMPTY} for none. */
    public PhoneNumber fax() {
        return fax;
    }

    /** The e-mail address. */
    public String email() {
        return email;
    }

    /** The VAT number; empty for none. */
    public String vat() {
        return vat;
    }

    /** The language and country, an ICU name such as {@code nl_NL}; the service chooses one if empty. */
    public String locale() {
        return locale;
    }

    /** Notes of the reseller. */
    public String comments() {
        return comments;
    }

    /** The tags. */
    public List<CustomerTag> tags() {
        return tags;
    }

    /** What some registries ask of every customer. */
    public AdditionalData additionalData() {
        return additionalData;
    }

    /** What single top-level domains ask of a customer. */
    public List<ExtensionData> extensionData() {
        return extensionData;
    }

    /** A form filled in with all of this, to be changed. */
    public Builder toBuilder() {
        Builder form = new Builder();
        form.companyName = companyName;
        form.name = name;
        form.address = address;
        form.phone = phone;
        form.fax = fax;
        form.email = email;
        form.vat = vat;
        form.locale = locale;
        form.comments = comments;
        form.tags = new ArrayList<>(tags);
        form.additionalData = additionalData;
        form.extensionData = new ArrayList<>(extensionData);
        return form;
    }

    private List<Object> parts() {
        return List.of(
                companyName,
                name,
                address,
                phone,
                fax,
                email,
                vat,
                locale,
                comments,
                tags,
                additionalData,
                extensionData);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NewCustomer that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return FilledFields.in("NewCustomer")
                .part("company_name", companyName.isEmpty())
                .part("name", name.equals(PersonName.EMPTY))
                .part("address", address.equals(PostalAddress.EMPTY))
                .part("phone", phone.isEmpty())
                .part("fax", fax.isEmpty())
                .part("email", email.isEmpty())
                .part("vat", vat.isEmpty())
                .part("locale", locale.isEmpty())
                .part("comments", comments.isEmpty())
                .part("tags", tags.isEmpty())
                .part("additional_data", additionalData.isEmpty())
                .part("extension_additional_data", extensionData.isEmpty())
                .toString();
    }

    /** Fills in a new customer section by section; what is not given stays empty. Not for use by several threads. */
    public static final class Builder {
        private String companyName = "";
        private PersonName name = PersonName.EMPTY;
        private PostalAddress address = PostalAddress.EMPTY;
        private PhoneNumber phone = PhoneNumber.EMPTY;
        private PhoneNumber fax = PhoneNumber.EMPTY;
        private String email = "";
        private String vat = "";
        private String locale = "";
        private String comments = "";
        private List<CustomerTag> tags = new ArrayList<>();
        private AdditionalData additionalData = AdditionalData.EMPTY;
        private List<ExtensionData> extensionData = new ArrayList<>();

        private Builder() {}

        /** Sets the company's name. */
        public Builder companyName(String companyName) {
            this.companyName = Objects.requireNonNull(companyName, "companyName");
            return this;
        }

        /** Sets the person's name. */
        public Builder name(PersonName name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets the postal address. */
        public Builder address(PostalAddress address) {
            this.address = Objects.requireNonNull(address, "address");
            return this;
        }

        /** Sets the telephone number. */
        public Builder phone(PhoneNumber phone) {
            this.phone = Objects.requireNonNull(phone, "phone");
            return this;
        }

        /** Sets the fax number. */
        public Builder fax(PhoneNumber fax) {
            this.fax = Objects.requireNonNull(fax, "fax");
            return this;
        }

        /** Sets the e-mail address. */
        public Builder email(String email) {
            this.email = Objects.requireNonNull(email, "email");
            return this;
        }

        /** Sets the VAT number. */
        public Builder vat(String vat) {
            this.vat = Objects.requireNonNull(vat, "vat");
            return this;
        }

        /** Sets language and country, an ICU name such as {@code nl_NL}. */
        public Builder locale(String locale) {
            this.locale = Objects.requireNonNull(locale, "locale");
            return this;
        }

        /** Sets the notes. */
        public Builder comments(String comments) {
            this.comments = Objects.requireNonNull(comments, "comments");
            return this;
        }

        /** Sets the tags, in place of those given before. */
        public Builder tags(List<CustomerTag> tags) {
            this.tags = new ArrayList<>(tags);
            return this;
        }

        /** Sets what some registries ask of every customer. */
        public Builder additionalData(AdditionalData additionalData) {
            this.additionalData = Objects.requireNonNull(additionalData, "additionalData");
            return this;
        }

        /** Sets what single top-level domains ask, in place of what was given before. */
        public Builder extensionData(List<ExtensionData> extensionData) {
            this.extensionData = new ArrayList<>(extensionData);
            return this;
        }

        /** Adds a tag. */
        public Builder tag(CustomerTag tag) {
            tags.add(tag);
            return this;
        }

        /** Adds what one top-level domain asks. */
        public Builder extension(ExtensionData data) {
            extensionData.add(data);
            return this;
        }

        /** The customer as filled in so far. */
        public NewCustomer build() {
            return new NewCustomer(this);
        }
    }
}
