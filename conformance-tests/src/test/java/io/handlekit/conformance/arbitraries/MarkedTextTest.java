package io.handlekit.conformance.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.internal.texts.MarkedCustomers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.validation.CustomerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Marks change what a customer says, and not whether it may be said. */
class MarkedTextTest {
    private static final NewCustomer ADA = NewCustomer.builder()
            .name(PersonName.of("Ada", "King"))
            .address(new PostalAddress("Dam", "1", "", "1012 JS", "Amsterdam", "", "NL"))
            .phone(new PhoneNumber("+31", "20", "5551234"))
            .email("ada@example.com")
            .build();

    @Test
    void no_mark_mends_a_mistake_or_makes_another() {
        assertThat(Mistake.ALL)
                .allSatisfy(
                        mistake -> assertThat(errors(marked(mistake.in(ADA)))).isEqualTo(List.of(mistake.toString())));
    }

    @Test
    void a_customer_without_a_mistake_has_none_when_it_is_marked() {
        assertThat(errors(marked(ADA))).isEmpty();
    }

    private static NewCustomer marked(NewCustomer draft) {
        return new MarkedCustomers().markAll(draft);
    }

    private static List<String> errors(NewCustomer draft) {
        return CustomerRules.check(draft).errors().stream()
                .map(error -> error.path() + " " + error.code())
                .toList();
    }
}
