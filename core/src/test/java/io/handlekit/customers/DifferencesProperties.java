package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@link CustomerChanges#between} contains what differs, and nothing else. */
class DifferencesProperties {
    private static final PersonName ADA = PersonName.of("Ada", "Lovelace");

    /** Returns the customer as an update leaves it. */
    private static NewCustomer applied(CustomerChanges changes, NewCustomer before) {
        return before.toBuilder()
                .address(changes.address().applyTo(before.address(), PostalAddress.EMPTY))
                .phone(changes.phone().applyTo(before.phone(), PhoneNumber.EMPTY))
                .fax(changes.fax().applyTo(before.fax(), PhoneNumber.EMPTY))
                .email(changes.email().applyTo(before.email(), ""))
                .vat(changes.vat().applyTo(before.vat(), ""))
                .locale(changes.locale().applyTo(before.locale(), ""))
                .comments(changes.comments().applyTo(before.comments(), ""))
                .tags(changes.tags().applyTo(before.tags(), List.of()))
                .additionalData(changes.additionalData().applyTo(before.additionalData(), AdditionalData.EMPTY))
                .extensionData(changes.extensionData().applyTo(before.extensionData(), List.of()))
                .build();
    }

    @Property
    void applied_to_the_first_customer_they_give_the_second(
            @ForAll("customers") NewCustomer before, @ForAll("customers") NewCustomer after) {
        assertThat(applied(CustomerChanges.between(before, after), before)).isEqualTo(after);
    }

    @Property
    void a_section_that_is_equal_is_kept(
            @ForAll("customers") NewCustomer before, @ForAll("customers") NewCustomer after) {
        CustomerChanges changes = CustomerChanges.between(before, after);

        assertThat(changes.address().isKeep()).isEqualTo(before.address().equals(after.address()));
        assertThat(changes.fax().isKeep()).isEqualTo(before.fax().equals(after.fax()));
        assertThat(changes.vat().isKeep()).isEqualTo(before.vat().equals(after.vat()));
        assertThat(changes.tags().isKeep()).isEqualTo(before.tags().equals(after.tags()));
        assertThat(CustomerChanges.between(before, before))
                .isEqualTo(CustomerChanges.builder().build());
    }

    @Example
    void a_section_that_is_empty_afterwards_is_cleared() {
        NewCustomer before = NewCustomer.builder()
                .vat("NL1")
                .fax(new PhoneNumber("+31", "20", "1"))
                .tag(CustomerTag.of("VIP"))
                .build();
        Customer customer =
                Customer.builder(new CustomerHandle("XX123456-XX"), before).build();

        assertThat(CustomerChanges.between(customer, NewCustomer.builder().build()))
                .isEqualTo(CustomerChanges.builder()
                        .clearVat()
                        .clearFax()
                        .clearTags()
                        .build());
    }

    @Example
    void another_name_is_refused_with_the_way_to_change_it() {
        NewCustomer before =
                NewCustomer.builder().name(ADA).companyName("Engines").build();
        NewCustomer after =
                NewCustomer.builder().name(PersonName.of("Ada", "King")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerChanges.between(before, after))
                .withMessage("an update cannot change company_name, name.last_name; create a copy with"
                        + " NewCustomer.copyOf, and use its handle");
    }

    @Example
    void an_unknown_member_is_sent_if_it_is_new_or_differs() {
        NewCustomer before =
                NewCustomer.builder().member("a", "1").member("b", "2").build();
        NewCustomer after =
                NewCustomer.builder().member("b", "3").member("c", "4").build();

        assertThat(CustomerChanges.between(before, after))
                .isEqualTo(CustomerChanges.builder()
                        .member("b", "3")
                        .member("c", "4")
                        .build());
    }

    @Provide
    Arbitrary<NewCustomer> customers() {
        Arbitrary<String> text = Arbitraries.of("", "a", "b");
        Arbitrary<PhoneNumber> number = text.map(part -> new PhoneNumber(part, "", part));
        Arbitrary<List<CustomerTag>> tags =
                Arbitraries.of("x", "y").map(CustomerTag::of).list().ofMaxSize(2);
        Arbitrary<AdditionalData> data = text.map(value -> value.isEmpty()
                ? AdditionalData.EMPTY
                : AdditionalData.builder().put("birth_city", value).build());
        Arbitrary<List<ExtensionData>> extensions = text.map(
                        value -> ExtensionData.builder("us").put("vat", value).build())
                .list()
                .ofMaxSize(1);
        return Combinators.combine(
                        Combinators.combine(text, number, number, text)
                                .as((city, phone, fax, email) -> NewCustomer.builder()
                                        .name(ADA)
                                        .address(PostalAddress.builder()
                                                .city(city)
                                                .build())
                                        .phone(phone)
                                        .fax(fax)
                                        .email(email)
                                        .build()),
                        text,
                        text,
                        text,
                        tags,
                        data,
                        extensions)
                .as((start, vat, locale, comments, tagged, additional, extension) -> start.toBuilder()
                        .vat(vat)
                        .locale(locale)
                        .comments(comments)
                        .tags(tagged)
                        .additionalData(additional)
                        .extensionData(extension)
                        .build());
    }
}
