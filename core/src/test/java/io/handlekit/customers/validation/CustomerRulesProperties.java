package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.VendorCodes;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Promises of the rules for any draft. */
class CustomerRulesProperties {
    @Property
    void any_draft_gets_findings_and_no_exception(@ForAll("anyDrafts") NewCustomer draft) {
        Findings findings = CustomerRules.check(draft);

        assertThat(findings.all()).allSatisfy(finding -> {
            assertThat(finding.path()).isNotEmpty();
            assertThat(finding.message()).isNotEmpty();
        });
    }

    @Property
    void every_error_has_a_code_from_the_vendor_s_tables(@ForAll("anyDrafts") NewCustomer draft) {
        assertThat(CustomerRules.check(draft).errors())
                .allSatisfy(error -> assertThat(VendorCodes.text(error.code())).isPresent());
    }

    @Property
    void the_first_error_is_the_one_with_the_lowest_code(@ForAll("anyDrafts") NewCustomer draft) {
        Findings findings = CustomerRules.check(draft);

        assertThat(findings.firstError().isPresent()).isEqualTo(findings.hasErrors());
        findings.firstError()
                .ifPresent(first -> assertThat(findings.errors())
                        .allSatisfy(error -> assertThat(error.code()).isGreaterThanOrEqualTo(first.code())));
    }

    /** The rules for a section are the same for a create and for an update. */
    @Property
    void changes_get_the_findings_of_the_sections_they_set(@ForAll("anyDrafts") NewCustomer draft) {
        CustomerChanges changes = CustomerChanges.builder()
                .address(draft.address())
                .phone(draft.phone())
                .fax(draft.fax())
                .email(draft.email())
                .vat(draft.vat())
                .locale(draft.locale())
                .tags(draft.tags())
                .additionalData(draft.additionalData())
                .extensionData(draft.extensionData())
                .build();

        List<Finding> ofCreate = CustomerRules.check(draft).all().stream()
                .filter(finding ->
                        !finding.path().startsWith("name.") && !finding.path().equals("company_name"))
                .toList();
        assertThat(CustomerRules.check(changes).all()).isEqualTo(ofCreate);
    }

    @Provide
    Arbitrary<NewCustomer> anyDrafts() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6),
                Arbitraries.of("", " ", "NL", "GB", "XK", "+31", "+", "@", "a@b.c", "1017 BX", "5551234", "customer"));
        Arbitrary<PersonName> names =
                Combinators.combine(text, text, text, text).as(PersonName::new);
        Arbitrary<PostalAddress> addresses =
                Combinators.combine(text, text, text, text, text, text, text).as(PostalAddress::new);
        Arbitrary<PhoneNumber> numbers = Combinators.combine(text, text, text).as(PhoneNumber::new);
        Arbitrary<CustomerTag> tags = Combinators.combine(text, text).as(CustomerTag::new);
        Arbitrary<NewCustomer.Builder> withOpenMaps = Combinators.combine(
                        tags.list().ofMaxSize(2),
                        Arbitraries.maps(Arbitraries.of(AdditionalField.values()), text)
                                .ofMaxSize(3),
                        text.map(name -> ExtensionData.builder(name).build())
                                .list()
                                .ofMaxSize(2))
                .as((tagList, fields, extensions) -> {
                    AdditionalData.Builder data = AdditionalData.builder();
                    fields.forEach(data::put);
                    return NewCustomer.builder()
                            .tags(tagList)
                            .additionalData(data.build())
                            .extensionData(extensions);
                });
        return Combinators.combine(withOpenMaps, names, addresses, numbers, numbers, text, text, text)
                .as((draft, name, address, phone, fax, email, vat, locale) -> draft.name(name)
                        .address(address)
                        .phone(phone)
                        .fax(fax)
                        .email(email)
                        .vat(vat)
                        .companyName(vat)
                        .locale(locale)
                        .build());
    }
}
