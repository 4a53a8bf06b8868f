package io.handlekit.conformance.programs;

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
 * Customers and changes for programs, simple enough to print in a few lines. Other rules try everything that a customer
 * may contain.
 */
final class PlainCustomers {
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

    /** The simplest valid draft. */
    static final NewCustomer LEAST = NewCustomer.builder()
            .name(PersonName.of("Ada", "King"))
            .address(ADDRESS)
            .phone(PHONE)
            .email("ada@example.com")
            .build();

    /** Ways to fill in a draft. The last one makes it invalid. */
    private static final List<Consumer<NewCustomer.Builder>> SECTIONS = List.of(
            builder -> builder.companyName("King & Sons"),
            builder -> builder.address(OTHER_ADDRESS),
            builder -> builder.fax(OTHER_PHONE),
            builder -> builder.vat("NL123456789B01"),
            builder -> builder.locale("en_GB"),
            builder -> builder.comments("noted"),
            builder -> builder.tag(CustomerTag.of("VIP")),
            builder -> builder.additionalData(DATA),
            builder -> builder.extensionData(EXTENSIONS),
            builder -> builder.email("no address"));

    private static final List<Consumer<CustomerChanges.Builder>> VALID_CHANGES = List.of(
            builder -> builder.email("grace@example.com"),
            builder -> builder.email("ada@example.org"),
            builder -> builder.address(OTHER_ADDRESS),
            builder -> builder.phone(OTHER_PHONE),
            builder -> builder.fax(PHONE),
            CustomerChanges.Builder::clearFax,
            builder -> builder.vat("DE123456789"),
            CustomerChanges.Builder::clearVat,
            builder -> builder.locale("nl_NL"),
            builder -> builder.comments("noted since"),
            CustomerChanges.Builder::clearComments,
            builder -> builder.tags(List.of(CustomerTag.of("late"), CustomerTag.of("VIP"))),
            CustomerChanges.Builder::clearTags,
            builder -> builder.additionalData(DATA),
            CustomerChanges.Builder::clearAdditionalData,
            builder -> builder.extensionData(EXTENSIONS),
            CustomerChanges.Builder::clearExtensionData);

    private PlainCustomers() {}

    /** Returns drafts, some of them invalid. */
    static Arbitrary<NewCustomer> drafts() {
        return edited(SECTIONS);
    }

    /** Returns valid drafts. */
    static Arbitrary<NewCustomer> validDrafts() {
        return edited(SECTIONS.subList(0, SECTIONS.size() - 1));
    }

    private static Arbitrary<NewCustomer> edited(List<Consumer<NewCustomer.Builder>> edits) {
        return Arbitraries.of(edits)
                .list()
                .uniqueElements()
                .ofMaxSize(MOST_EDITS)
                .map(chosen -> {
                    NewCustomer.Builder builder = LEAST.toBuilder();
                    chosen.forEach(edit -> edit.accept(builder));
                    return builder.build();
                });
    }

    /** Returns valid changes. */
    static Arbitrary<CustomerChanges> validChanges() {
        return Arbitraries.of(VALID_CHANGES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_EDITS)
                .map(chosen -> {
                    CustomerChanges.Builder builder = CustomerChanges.builder();
                    chosen.forEach(edit -> edit.accept(builder));
                    return builder.build();
                });
    }

    /** Returns changes, of which one in ten is invalid. */
    static Arbitrary<CustomerChanges> changes() {
        Arbitrary<CustomerChanges> invalid = validChanges()
                .map(changes -> changes.toBuilder().email("no address").build());
        return Arbitraries.frequencyOf(Tuple.of(9, validChanges()), Tuple.of(1, invalid));
    }
}
