package io.handlekit.customers;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a list: without fax, VAT number and Russian tax number. The vendor's schema has these for a single
 * customer and not for a list (the vendor's client of 2026 has the VAT number in a list as well). It is not a {@link
 * Customer}, because a copy of it would lose them unnoticed. Read the customer to get all of it.
 *
 * <pre>{@code
 * for (ListedCustomer found : blocking.list(query).customers()) {
 *     Customer customer = blocking.get(found.handle());
 * }
 * }</pre>
 */
public final class ListedCustomer {
    private final Customer shown;

    private ListedCustomer(Customer shown) {
        this.shown = shown;
    }

    /** Returns the parts of a customer that a list shows. */
    public static ListedCustomer of(Customer customer) {
        NewCustomer sections =
                NewCustomer.copyOf(customer).fax(PhoneNumber.EMPTY).vat("").build();
        Customer.Builder shown = Customer.builder(customer.handle(), sections)
                .fullName(customer.fullName())
                .emailVerificationStatus(customer.emailVerificationStatus())
                .deleted(customer.isDeleted());
        customer.id().ifPresent(shown::id);
        customer.resellerId().ifPresent(shown::resellerId);
        return new ListedCustomer(shown.build());
    }

    /** Returns the customer's handle. */
    public CustomerHandle handle() {
        return shown.handle();
    }

    /** Returns the company's name; empty for a private person. */
    public String companyName() {
        return shown.companyName();
    }

    /** Returns the name of the person, or of the company's contact person. */
    public PersonName name() {
        return shown.name();
    }

    /** Returns the postal address. */
    public PostalAddress address() {
        return shown.address();
    }

    /** Returns the telephone number. */
    public PhoneNumber phone() {
        return shown.phone();
    }

    /** Returns the e-mail address. */
    public String email() {
        return shown.email();
    }

    /** Returns the language and country as the name of an ICU locale, such as {@code nl_NL}. */
    public String locale() {
        return shown.locale();
    }

    /** Returns the reseller's notes. */
    public String comments() {
        return shown.comments();
    }

    /** Returns the tags. */
    public List<CustomerTag> tags() {
        return shown.tags();
    }

    /** Returns the additional data that some registries ask for; empty unless the query asks for it. */
    public AdditionalData additionalData() {
        return shown.additionalData();
    }

    /** Returns the additional data of single top-level domains; empty unless the query asks for it. */
    public List<ExtensionData> extensionData() {
        return shown.extensionData();
    }

    /** Returns the members beside the sections that Handlekit does not know. */
    public UnknownMembers unknownMembers() {
        return shown.unknownMembers();
    }

    /** Returns the service's numeric id of the customer, which is not part of the handle. */
    public OptionalLong id() {
        return shown.id();
    }

    /** Returns the id of the reseller that owns the customer. */
    public OptionalLong resellerId() {
        return shown.resellerId();
    }

    /** Returns the full name as the service composes it (first name, prefix, last name); empty if it sent none. */
    public String fullName() {
        return shown.fullName();
    }

    /** Returns {@code ACT}, {@code REQ} or {@code FAI}; empty if no e-mail verification was started. */
    public String emailVerificationStatus() {
        return shown.emailVerificationStatus();
    }

    /** Returns true if the service says that the handle was deleted. */
    public boolean isDeleted() {
        return shown.isDeleted();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListedCustomer that && shown.equals(that.shown);
    }

    @Override
    public int hashCode() {
        return shown.hashCode();
    }

    @Override
    public String toString() {
        return "ListedCustomer[" + handle() + "]";
    }
}
