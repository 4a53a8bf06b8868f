package io.handlekit.customers.validation;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;

/** A draft without findings. */
final class CompleteDraft {
    static final PostalAddress ADDRESS = PostalAddress.builder()
            .street("Herengracht")
            .number("12")
            .zipcode("1017 BX")
            .city("Amsterdam")
            .country("NL")
            .build();

    private CompleteDraft() {}

    static NewCustomer.Builder builder() {
        return NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(ADDRESS)
                .phone(new PhoneNumber("+31", "20", "5551234"))
                .email("ada@example.com");
    }
}
