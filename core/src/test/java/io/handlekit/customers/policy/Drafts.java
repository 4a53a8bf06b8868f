package io.handlekit.customers.policy;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;

/** Drafts for tests. */
final class Drafts {
    static final NewCustomer ADA = NewCustomer.builder()
            .name(new PersonName("A.", "Ada", "van", "Lovelace"))
            .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.com")
            .build();

    private Drafts() {}
}
