package io.handlekit.customers;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the service has it: what was given when it was created or changed, and what the service adds.
 *
 * <pre>{@code
 * Customer customer = blocking.get(new CustomerHandle("XX123456-XX"));
 * customer.address().city();
 * customer.fullName(); // derived by the service
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

    private Customer(Builder form) {
        handle = form.handle;
        sections = form.sections;
        id = form.id;
        resellerId = form.resellerId;
        fullName = form.fullName;
        emailVerificationStatus = form.emailVerificationStatus;
        inn = form.inn;
        deleted = form.deleted;
    }

    /**
     * A form for whoever implements the port.
     *
     * @param handle the customer's handle
     * @param sections all that can be given when a customer is created, as the service has it now
     */
    public static Builder builder(CustomerHandle handle, NewCustomer sections) {
        return new Builder(handle, sections);
    }

    /** The customer's handle. */
    public CustomerHandle handle() {
        return handle;
    }

    /** The company's name; empty for a private person. */
    public String companyName() {
        return sections.companyName();
    }

    /** The person's name, or that of the company's contact person. */
    public PersonName name() {
        return sections.name();
    }

    /** The postal address. */
    public PostalAddress address() {
        return sections.address();
    }

    /** The telephone number. */
    public PhoneNumber phone() {
        return sections.phone();
    }

    /** The fax number; {@link PhoneNumber#EMPTY} for none. */
    public PhoneNumber fax() {
        return sections.fax();
    }

    /** The e-mail address. */
    public String email() {
        return sections.email();
    }

    /** The VAT number; empty for none. */
    public String vat() {
        return sections.vat();
    }

    /** The language and country, an ICU name such as {@code nl_NL}. */
    public String locale() {
        return sections.locale();
    }

    /** Notes of the reseller. */
    public String comments() {
        return sections.comments();
    }

    /** The tags. */
    public List<CustomerTag> tags() {
        return sections.tags();
    }

    /** What some registries ask of every customer. */
    public AdditionalData additionalData() {
        return sections.additionalData();
    }

    /** What single top-level domains ask of a customer. */
    public List<ExtensionData> extensionData() {
        return sections.extensionData();
    }

    /** The service's number for the customer, apart from the handle. */
    public OptionalLong id() {
        return id;
    }

    /** The number of the reseller whose customer this is. */
    public OptionalLong resellerId() {
        return resellerId;
    }

    /** First name, prefix and last name as the service puts them together; empty if it did not say. */
    public String fullName() {
        return fullName;
    }

    /** {@code ACT}, {@code REQ} or {@code FAI} once a verification of the e-mail address was started, else empty. */
    public String emailVerificationStatus() {
        return emailVerificationStatus;
    }

    /** The tax number that the service keeps for Russian customers; empty for others. */
    public String inn() {
        return inn;
    }

    /** Whether the service says that the handle was deleted. */
    public boolean isDeleted() {
        return deleted;
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

    /** Fills in what the service adds; what is not given stays empty. Not for use by several threads. */
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

        /** Sets the service's number for the customer. */
        public Builder id(long id) {
            this.id = OptionalLong.of(id);
            return this;
        }

        /** Sets the number of the reseller. */
        public Builder resellerId(long resellerId) {
            this.resellerId = OptionalLong.of(resellerId);
            return this;
        }

        /** Sets the full name as the service put it together. */
        public Builder fullName(String fullName) {
            this.fullName = Objects.requireNonNull(fullName, "fullName");
            return this;
        }

        /** Sets how far the verification of the e-mail address is. */
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

        /** The customer as filled in so far. */
        public Customer build() {
            return new Customer(this);
        }
    }
}
