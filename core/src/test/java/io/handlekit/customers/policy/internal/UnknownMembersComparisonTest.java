package io.handlekit.customers.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.UnknownMembers;
import org.junit.jupiter.api.Test;

/** Members that the service has added to an existing customer and that the wanted one does not mention. */
class UnknownMembersComparisonTest {
    private static final UnknownMembers NEW = UnknownMembers.NONE.with("new", "1.10");
    private static final PostalAddress ADDRESS =
            PostalAddress.builder().street("S").city("C").build();
    private static final NewCustomer WANTED = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(ADDRESS)
            .phone(new PhoneNumber("+44", "20", "1"))
            .tag(CustomerTag.of("VIP"))
            .additionalData(AdditionalData.builder()
                    .put("birth_city", "B")
                    .attach(new AttachedFile("D", "id", "/"))
                    .build())
            .extension(ExtensionData.builder("ru").put("uin", "U").build())
            .build();
    private static final Customer EXISTING = Customer.builder(
                    new CustomerHandle("AL900001-GB"),
                    NewCustomer.builder()
                            .name(WANTED.name().withUnknownMembers(NEW))
                            .address(ADDRESS.withUnknownMembers(NEW))
                            .phone(WANTED.phone().withUnknownMembers(NEW))
                            .fax(PhoneNumber.EMPTY.withUnknownMembers(NEW))
                            .tag(CustomerTag.of("VIP").withUnknownMembers(NEW))
                            .additionalData(AdditionalData.builder()
                                    .put("birth_city", "B")
                                    .attach(new AttachedFile("D", "id", "/").withUnknownMembers(NEW))
                                    .unknownMembers(NEW)
                                    .build())
                            .extension(ExtensionData.builder("ru")
                                    .put("uin", "U")
                                    .unknownMembers(NEW)
                                    .unknownData(NEW)
                                    .build())
                            .unknownMembers(NEW)
                            .build())
            .build();

    private static Comparison comparison(NewCustomer wanted) {
        return new Comparison(wanted, Marker.fromTemplate("[handlekit-ref: {reference}]"));
    }

    @Test
    void they_make_no_difference() {
        assertThat(comparison(WANTED).isEqual(EXISTING)).isTrue();
        assertThat(comparison(WANTED).sameNames(EXISTING)).isTrue();
        assertThat(comparison(WANTED).mayBeEqual(ListedCustomer.of(EXISTING))).isTrue();
    }

    @Test
    void an_update_of_their_section_sends_them_back() {
        NewCustomer moved = WANTED.toBuilder()
                .address(PostalAddress.builder().street("T").city("C").build())
                .build();

        CustomerChanges changes = comparison(moved).changes(EXISTING);

        assertThat(changes)
                .isEqualTo(CustomerChanges.builder()
                        .address(moved.address().withUnknownMembers(NEW))
                        .build());
    }

    @Test
    void a_wanted_value_of_their_own_is_set() {
        NewCustomer wanted = WANTED.toBuilder()
                .phone(WANTED.phone().withUnknownMembers(NEW.with("kind", "\"mobile\"")))
                .member("new", "2")
                .build();

        CustomerChanges changes = comparison(wanted).changes(EXISTING);

        assertThat(changes)
                .isEqualTo(CustomerChanges.builder()
                        .phone(wanted.phone())
                        .member("new", "2")
                        .build());
    }
}
