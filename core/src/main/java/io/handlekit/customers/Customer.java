package io.handlekit.customers;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the service stores it: the sections that you gave it, and the parts that the service adds.
 *
 * <pre>{@code
 * Customer customer = blocking.get(new CustomerHandle("XX123456-XX"));
 * customer.address().city();
 * customer.fullName(); // composed by the service
 * }</pre>
 */
public final class Customer {
    private final CustomerHandle handle;
    private final NewCustomer sections;
    private final OptionalLong id;
    private final OptionalLong resellerId;
    private final String fullName;
    private final String emailVerificationStatus;
    private final String inn;
    private final boolean deleted;

    private Customer(Builder builder) {
        handle = builder.handle;
        sections = builder.sections;
        id = builder.id;
        resellerId = builder.resellerId;
        fullName = builder.fullName;
        emailVerificationStatus = builder.emailVerificationStatus;
        inn = builder.inn;
        deleted = builder.deleted;
    }

    /**
     * Returns a builder, for implementations of the port.
     *
     * @param handle the customer's handle
     * @param sections the sections that a create can set, as the service stores them now
     */
    public static Builder builder(CustomerHandle handle, NewCustomer sections) {
        return new Builder(handle, sections);
    }

    /** Returns the customer's handle. */
    public CustomerHandle handle() {
        return handle;
    }

    /** Returns the company's name; empty for a private person. */
    public String companyName() {
        return sections.companyName();
    }

    /** Returns the name of the person, or of the company's contact person. */
    public PersonName name() {
        return sections.name();
    }

    /** Returns the postal address. */
    public PostalAddress address() {
        return sections.address();
    }

    /** Returns the telephone number. */
    public PhoneNumber phone() {
        return sections.phone();
    }

    /** Returns the fax number; {@link PhoneNumber#EMPTY} if there is none. */
    public PhoneNumber fax() {
        return sections.fax();
    }

    /** Returns the e-mail address. */
    public String email() {
        return sections.email();
    }

    /** Returns the VAT number; empty if there is none. */
    public String vat() {
        return sections.vat();
    }

    /** Returns the language and country as the name of an ICU locale, such as {@code nl_NL}. */
    public String locale() {
        return sections.locale();
    }

    /** Returns the reseller's notes. */
    public String comments() {
        return sections.comments();
    }

    /** Returns the tags. */
    public List<CustomerTag> tags() {
        return sections.tags();
    }

    /** Returns the additional data that some registries ask for. */
    public AdditionalData additionalData() {
        return sections.additionalData();
    }

    /** Returns the additional data of single top-level domains. */
    public List<ExtensionData> extensionData() {
        return sections.extensionData();
    }

    /**
     * Returns the members beside the sections that Handlekit does not know. {@link NewCustomer#copyOf} copies them; an
     * update sends them only if you set them.
     */
    public UnknownMembers unknownMembers() {
        return sections.unknownMembers();
    }

    /** Returns the service's numeric id of the customer, which is not part of the handle. */
    public OptionalLong id() {
        return id;
    }

    /** Returns the id of the reseller that owns the customer. */
    public OptionalLong resellerId() {
        return resellerId;
    }

    /** Returns the full name as the service composes it (first name, prefix, last name); empty if it sent none. */
    public String fullName() {
        return fullName;
    }

    /** Returns {@code ACT}, {@code REQ} or {@code FAI}; empty if no e-mail verification was started. */
    public String emailVerificationStatus() {
        return emailVerificationStatus;
    }

    /** Returns the Russian tax number that the service keeps; empty for other customers. */
    public String inn() {
        return inn;
    }

    /** Returns true if the service says that the handle was deleted. */
    public boolean isDeleted() {
        return deleted;
    }

    /** Returns a builder with all parts of this customer. */
    public Builder toBuilder() {
        Builder builder = new Builder(handle, sections);
        builder.id = id;
        builder.resellerId = resellerId;
        return builder.fullName(fullName)
                .emailVerificationStatus(emailVerificationStatus)
                .inn(inn)
                .deleted(deleted);
    }

    NewCustomer sections() {
        return sections;
    }

    private List<Object> parts() {
        return List.of(handle, sections, id, resellerId, fullName, emailVerificationStatus, inn, deleted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Customer that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "Customer[" + handle + "]";
    }

    /** Sets the parts that the service adds. Parts that are not set stay empty. Not thread-safe. */
    public static final class Builder {
        private final CustomerHandle handle;
        private final NewCustomer sections;
        private OptionalLong id = OptionalLong.empty();
        private OptionalLong resellerId = OptionalLong.empty();
        private String fullName = "";
        private String emailVerificationStatus = "";
        private String inn = "";
        private boolean deleted;

        private Builder(CustomerHandle handle, NewCustomer sections) {
            this.handle = Objects.requireNonNull(handle, "handle");
            this.sections = Objects.requireNonNull(sections, "sections");
        }

        /** Sets the service's numeric id of the customer. */
        public Builder id(long id) {
            this.id = OptionalLong.of(id);
            return this;
        }

        /** Sets the id of the reseller. */
        public Builder resellerId(long resellerId) {
            this.resellerId = OptionalLong.of(resellerId);
            return this;
        }

        /** Sets the full name as the service composed it. */
        public Builder fullName(String fullName) {
            this.fullName = Objects.requireNonNull(fullName, "fullName");
            return this;
        }

        /** Sets the status of the e-mail verification. */
        public Builder emailVerificationStatus(String status) {
            this.emailVerificationStatus = Objects.requireNonNull(status, "status");
            return this;
        }

        /** Sets the Russian tax number. */
        public Builder inn(String inn) {
            this.inn = Objects.requireNonNull(inn, "inn");
            return this;
        }

        /** Sets whether the handle was deleted. */
        public Builder deleted(boolean deleted) {
            this.deleted = deleted;
            return this;
        }

        /** Builds the customer. */
        public Customer build() {
            return new Customer(this);
        }
    }
}
