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
 * A customer to create: the body of {@code POST /customers}. A draft may be incomplete; {@link
 * io.handlekit.customers.validation.CustomerRules} returns everything that is wrong with it.
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
 * <p>To rename a customer, create a copy and use its handle afterwards:
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
    private final UnknownMembers unknownMembers;

    private NewCustomer(Builder builder) {
        companyName = builder.companyName;
        name = builder.name;
        address = builder.address;
        phone = builder.phone;
        fax = builder.fax;
        email = builder.email;
        vat = builder.vat;
        locale = builder.locale;
        comments = builder.comments;
        tags = List.copyOf(builder.tags);
        additionalData = builder.additionalData;
        extensionData = List.copyOf(builder.extensionData);
        unknownMembers = builder.unknownMembers;
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder with all sections of a customer. The vendor's articles call this cloning; it is the only way to
     * change a name or company name. Members that Handlekit does not know are copied too, and a create sends them; to
     * leave out those beside the sections, set {@link Builder#unknownMembers} to {@link UnknownMembers#NONE}.
     */
    public static Builder copyOf(Customer customer) {
        return customer.sections().toBuilder();
    }

    /** Returns the company's name; empty for a private person. */
    public String companyName() {
        return companyName;
    }

    /** Returns the name of the person, or of the company's contact person. */
    public PersonName name() {
        return name;
    }

    /** Returns the postal address. */
    public PostalAddress address() {
        return address;
    }

    /** Returns the telephone number. */
    public PhoneNumber phone() {
        return phone;
    }

    /** Returns the fax number; {@link PhoneNumber#EMPTY} if there is none. */
    public PhoneNumber fax() {
        return fax;
    }

    /** Returns the e-mail address. */
    public String email() {
        return email;
    }

    /** Returns the VAT number; empty if there is none. */
    public String vat() {
        return vat;
    }

    /** Returns the locale, an ICU name such as {@code nl_NL}; if it is empty, the service chooses one. */
    public String locale() {
        return locale;
    }

    /** Returns the reseller's notes. */
    public String comments() {
        return comments;
    }

    /** Returns the tags. */
    public List<CustomerTag> tags() {
        return tags;
    }

    /** Returns the additional data that some registries ask for. */
    public AdditionalData additionalData() {
        return additionalData;
    }

    /** Returns the additional data of single top-level domains. */
    public List<ExtensionData> extensionData() {
        return extensionData;
    }

    /** Returns the members beside the sections that Handlekit does not know; a create sends them. */
    public UnknownMembers unknownMembers() {
        return unknownMembers;
    }

    /** Returns a builder with all sections of this draft. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.companyName = companyName;
        builder.name = name;
        builder.address = address;
        builder.phone = phone;
        builder.fax = fax;
        builder.email = email;
        builder.vat = vat;
        builder.locale = locale;
        builder.comments = comments;
        builder.tags = new ArrayList<>(tags);
        builder.additionalData = additionalData;
        builder.extensionData = new ArrayList<>(extensionData);
        builder.unknownMembers = unknownMembers;
        return builder;
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
                extensionData,
                unknownMembers);
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

    /**
     * Sets a new customer section by section. Sections that are not set stay empty. A text that is {@code null}, because
     * a form lacks it, is an empty text: the rules then report it with all other mistakes. Not thread-safe.
     */
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
        private UnknownMembers unknownMembers = UnknownMembers.NONE;

        private Builder() {}

        /** Sets the company's name. */
        public Builder companyName(@Nullable String companyName) {
            this.companyName = Objects.requireNonNullElse(companyName, "");
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
        public Builder email(@Nullable String email) {
            this.email = Objects.requireNonNullElse(email, "");
            return this;
        }

        /** Sets the VAT number. */
        public Builder vat(@Nullable String vat) {
            this.vat = Objects.requireNonNullElse(vat, "");
            return this;
        }

        /** Sets language and country, an ICU name such as {@code nl_NL}. */
        public Builder locale(@Nullable String locale) {
            this.locale = Objects.requireNonNullElse(locale, "");
            return this;
        }

        /** Sets the notes. */
        public Builder comments(@Nullable String comments) {
            this.comments = Objects.requireNonNullElse(comments, "");
            return this;
        }

        /** Replaces all tags. */
        public Builder tags(List<CustomerTag> tags) {
            this.tags = new ArrayList<>(tags);
            return this;
        }

        /** Sets the additional data that some registries ask for. */
        public Builder additionalData(AdditionalData additionalData) {
            this.additionalData = Objects.requireNonNull(additionalData, "additionalData");
            return this;
        }

        /** Replaces the data of all top-level domains. */
        public Builder extensionData(List<ExtensionData> extensionData) {
            this.extensionData = new ArrayList<>(extensionData);
            return this;
        }

        /** Adds a tag. */
        public Builder tag(CustomerTag tag) {
            tags.add(tag);
            return this;
        }

        /** Removes a tag: each one with this key and value. */
        public Builder removeTag(CustomerTag tag) {
            tags.removeIf(tag::isSameTag);
            return this;
        }

        /** Adds the data of one top-level domain. */
        public Builder extension(ExtensionData data) {
            extensionData.add(data);
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

        /** Builds the draft. */
        public NewCustomer build() {
            return new NewCustomer(this);
        }
    }
}
