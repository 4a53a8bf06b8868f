package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * Customers and changes that print in a few lines and shrink to fewer, for programs: what a single customer may hold is
 * tried by other rules.
 */
public final class PlainCustomers {
    private static final int MOST_EDITS = 4;
    private static final PhoneNumber PHONE = new PhoneNumber("+31", "20", "5551234");
    private static final PhoneNumber OTHER_PHONE = new PhoneNumber("+44", "", "79460000");
    private static final PostalAddress ADDRESS = new PostalAddress("Dam", "1", "", "1012 JS", "Amsterdam", "", "NL");
    private static final PostalAddress OTHER_ADDRESS =
            new PostalAddress("Mall", "2", "b", "SW1A 1AA", "London", "London", "GB");
    private static final AdditionalData DATA =
            AdditionalData.builder().put(AdditionalField.BIRTH_CITY, "Delft").build();
    private static final List<ExtensionData> EXTENSIONS =
            List.of(ExtensionData.builder("ru").put("mobile_phone", "+7 1").build());

    private static final NewCustomer LEAST = NewCustomer.builder()
            .name(PersonName.of("Ada", "King"))
            .address(ADDRESS)
            .phone(PHONE)
            .email("ada@example.com")
            .build();

    private static final List<Consumer<NewCustomer.Builder>> SECTIONS = List.of(
            form -> form.companyName("King & Sons"),
            form -> form.address(OTHER_ADDRESS),
            form -> form.fax(OTHER_PHONE),
            form -> form.vat("NL123456789B01"),
            form -> form.locale("en_GB"),
            form -> form.comments("noted"),
            form -> form.tag(CustomerTag.of("VIP")),
            form -> form.additionalData(DATA),
            form -> form.extensionData(EXTENSIONS),
            form -> form.email("no address"));

    private static final List<Consumer<CustomerChanges.Builder>> VALID_CHANGES = List.of(
            form -> form.email("grace@example.com"),
            form -> form.email("ada@example.org"),
            form -> form.address(OTHER_ADDRESS),
            form -> form.phone(OTHER_PHONE),
            form -> form.fax(PHONE),
            CustomerChanges.Builder::clearFax,
            form -> form.vat("DE123456789"),
            CustomerChanges.Builder::clearVat,
            form -> form.locale("nl_NL"),
            form -> form.comments("noted since"),
            CustomerChanges.Builder::clearComments,
            form -> form.tags(List.of(CustomerTag.of("late"), CustomerTag.of("VIP"))),
            CustomerChanges.Builder::clearTags,
            form -> form.additionalData(DATA),
            CustomerChanges.Builder::clearAdditionalData,
            form -> form.extensionData(EXTENSIONS),
            CustomerChanges.Builder::clearExtensionData);

    private PlainCustomers() {}

    /** Of the ways to fill in a draft the last is invalid. */
    public static Arbitrary<NewCustomer> drafts() {
        return edited(SECTIONS);
    }

    public static Arbitrary<NewCustomer> validDrafts() {
        return edited(SECTIONS.subList(0, SECTIONS.size() - 1));
    }

    private static Arbitrary<NewCustomer> edited(List<Consumer<NewCustomer.Builder>> edits) {
        return Arbitraries.of(edits)
                .list()
                .uniqueElements()
                .ofMaxSize(MOST_EDITS)
                .map(chosen -> {
                    NewCustomer.Builder form = LEAST.toBuilder();
                    chosen.forEach(edit -> edit.accept(form));
                    return form.build();
                });
    }

    public static Arbitrary<CustomerChanges> validChanges() {
        return Arbitraries.of(VALID_CHANGES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_EDITS)
                .map(chosen -> {
                    CustomerChanges.Builder form = CustomerChanges.builder();
                    chosen.forEach(edit -> edit.accept(form));
                    return form.build();
                });
    }

    /** One in ten is invalid. */
    public static Arbitrary<CustomerChanges> changes() {
        Arbitrary<CustomerChanges> invalid = validChanges()
                .map(changes -> changes.toBuilder().email("no address").build());
        return Arbitraries.frequencyOf(Tuple.of(9, validChanges()), Tuple.of(1, invalid));
    }
}
