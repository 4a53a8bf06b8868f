package io.handlekit.customers;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a list shows it: without fax, VAT number and Russian tax number, which the vendor's schema has for a
 * customer that is read alone and not for one in a list (the vendor's client of 2026 has the VAT number there as well).
 * That is why it is no {@link Customer}: a copy made of it would lose them unnoticed. Read the customer for the whole
 * of it.
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

    /** What a list shows of this customer. */
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

    /** The customer's handle. */
    public CustomerHandle handle() {
        return shown.handle();
    }

    /** The company's name; empty for a private person. */
    public String companyName() {
        return shown.companyName();
    }

    /** The person's name, or that of the company's contact person. */
    public PersonName name() {
        return shown.name();
    }

    /** The postal address. */
    public PostalAddress address() {
        return shown.address();
    }

    /** The telephone number. */
    public PhoneNumber phone() {
        return shown.phone();
    }

    /** The e-mail address. */
    public String email() {
        return shown.email();
    }

    /** The language and country, an ICU name such as {@code nl_NL}. */
    public String locale() {
        return shown.locale();
    }

    /** Notes of the reseller. */
    public String comments() {
        return shown.comments();
    }

    /** The tags. */
    public List<CustomerTag> tags() {
        return shown.tags();
    }

    /** What some registries ask of every customer; empty unless the query asked for additional data. */
    public AdditionalData additionalData() {
        return shown.additionalData();
    }

    /** What single top-level domains ask of a customer; empty unless the query asked for additional data. */
    public List<ExtensionData> extensionData() {
        return shown.extensionData();
    }

    /** The service's number for the customer, apart from the handle. */
    public OptionalLong id() {
        return shown.id();
    }

    /** The number of the reseller whose customer this is. */
    public OptionalLong resellerId() {
        return shown.resellerId();
    }

    /** First name, prefix and last name as the service puts them together; empty if it did not say. */
    public String fullName() {
        return shown.fullName();
    }

    /** {@code ACT}, {@code REQ} or {@code FAI} once a verification of the e-mail address was started, else empty. */
    public String emailVerificationStatus() {
        return shown.emailVerificationStatus();
    }

    /** Whether the service says that the handle was deleted. */
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
