package io.handlekit.mock;

import io.handlekit.customers.AdditionalData;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import java.util.List;

/** A customer as the service keeps it: what was given, and what the service makes of that. */
final class Derived {
    static final int RESELLER_ID = 100_001;

    private Derived() {}

    static Customer create(CustomerHandle handle, long id, NewCustomer draft) {
        return complete(
                handle, id, addsTo(draft) ? draft.toBuilder().locale("nl_NL").build() : draft);
    }

    /** Each section given is replaced as a whole; sections that the service requires have been checked before. */
    static Customer update(Customer customer, CustomerChanges changes) {
        NewCustomer sections = NewCustomer.copyOf(customer)
                .address(changes.address().over(customer.address(), customer.address()))
                .phone(changes.phone().over(customer.phone(), customer.phone()))
                .fax(changes.fax().over(customer.fax(), PhoneNumber.EMPTY))
                .email(changes.email().over(customer.email(), customer.email()))
                .vat(changes.vat().over(customer.vat(), ""))
                .locale(changes.locale().over(customer.locale(), ""))
                .comments(changes.comments().over(customer.comments(), ""))
                .tags(changes.tags().over(customer.tags(), List.of()))
                .additionalData(changes.additionalData().over(customer.additionalData(), AdditionalData.EMPTY))
                .extensionData(changes.extensionData().over(customer.extensionData(), List.of()))
                .build();
        return complete(customer.handle(), customer.id().orElseThrow(), sections);
    }

    /** Dutch customers without a locale have been seen with one; of others nothing is known. */
    static boolean addsTo(NewCustomer draft) {
        return draft.locale().isEmpty() && draft.address().country().equals("NL");
    }

    static Customer complete(CustomerHandle handle, long id, NewCustomer sections) {
        return Customer.builder(handle, sections)
                .id(id)
                .resellerId(RESELLER_ID)
                .fullName(fullName(sections.name()))
                .build();
    }

    private static String fullName(PersonName name) {
        return name.prefix().isEmpty()
                ? name.firstName() + " " + name.lastName()
                : name.firstName() + " " + name.prefix() + " " + name.lastName();
    }
}
