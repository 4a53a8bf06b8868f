package io.handlekit.conformance.docs;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.http.BaseUrl;
import java.net.URI;

/** The parts of the examples that stand for the reader's own program. */
final class Drafts {
    static final NewCustomer ADA = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.org")
            .build();

    private Drafts() {}

    static CustomerHandle signUp(URI baseUri) {
        return ClientExamples.start(BaseUrl.of(baseUri), "any", "any", ADA);
    }
}
