package io.handlekit.mock.internal.engine;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.registry.AdditionalData;
import java.util.List;

/** What the service makes of what it was given. */
public final class ServerDefaults {
    public static final int RESELLER_ID = 100_001;

    private ServerDefaults() {}

    /**
     * A draft as it is stored. Dutch customers without a locale have been seen with one; of others nothing is known.
     */
    public static NewCustomer stored(NewCustomer draft) {
        return addsTo(draft) ? draft.toBuilder().locale("nl_NL").build() : draft;
    }

    /** Whether a draft is stored otherwise than it was given. */
    public static boolean addsTo(NewCustomer draft) {
        return draft.locale().isEmpty() && draft.address().country().equalsIgnoreCase("NL");
    }

    /** Each section given is replaced as a whole; sections that the service requires have been checked before. */
    static NewCustomer updated(NewCustomer old, CustomerChanges changes) {
        return old.toBuilder()
                .address(changes.address().over(old.address(), old.address()))
                .phone(changes.phone().over(old.phone(), old.phone()))
                .fax(changes.fax().over(old.fax(), PhoneNumber.EMPTY))
                .email(changes.email().over(old.email(), old.email()))
                .vat(changes.vat().over(old.vat(), ""))
                .locale(changes.locale().over(old.locale(), ""))
                .comments(changes.comments().over(old.comments(), ""))
                .tags(changes.tags().over(old.tags(), List.of()))
                .additionalData(changes.additionalData().over(old.additionalData(), AdditionalData.EMPTY))
                .extensionData(changes.extensionData().over(old.extensionData(), List.of()))
                .build();
    }

    static NewCustomer withoutAdditionalData(NewCustomer sections) {
        return sections.toBuilder()
                .additionalData(AdditionalData.EMPTY)
                .extensionData(List.of())
                .build();
    }

    /** A customer as the service shows it. */
    static Customer shown(
            CustomerHandle handle, long id, NewCustomer sections, String emailVerificationStatus, boolean deleted) {
        return Customer.builder(handle, sections)
                .id(id)
                .resellerId(RESELLER_ID)
                .fullName(fullName(sections.name()))
                .emailVerificationStatus(emailVerificationStatus)
                .deleted(deleted)
                .build();
    }

    public static String fullName(PersonName name) {
        return name.prefix().isEmpty()
                ? name.firstName() + " " + name.lastName()
                : name.firstName() + " " + name.prefix() + " " + name.lastName();
    }
}
