package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single texts with white space, invisible characters, and in other normalization forms, and where they are found. */
class TextRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u2007", "\u202f", "\u200b", "\u2060", "\ufeff", "\u2028", "\u2029\u00ad"})
    void a_name_of_invisible_characters_is_missing(String blank) {
        assertThat(CustomerRules.check(CompleteDraft.builder()
                                .name(PersonName.of(blank, "Lovelace"))
                                .build())
                        .all())
                .containsExactly(new Finding(
                        Severity.ERROR,
                        "name.first_name",
                        102,
                        "required, but contains only white space or invisible characters"));
    }

    @Test
    void blank_parts_that_are_only_recommended_get_the_warning_of_empty_ones() {
        NewCustomer draft = CompleteDraft.builder()
                .address(new PostalAddress("Herengracht", "\u00a0", "", "1017 BX", "Amsterdam", "", "NL"))
                .phone(new PhoneNumber("+31", "\u200b", "5551234"))
                .extension(ExtensionData.builder("\u00a0").build())
                .build();

        assertThat(CustomerRules.check(draft).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(
                        tuple(Severity.WARNING, "address.number", 112),
                        tuple(Severity.WARNING, "phone.area_code", 132),
                        tuple(Severity.WARNING, "extension_additional_data[0].name", 0));
    }

    @Test
    void every_text_of_a_customer_is_checked() {
        String padded = "x ";
        NewCustomer draft = CompleteDraft.builder()
                .companyName(padded)
                .name(new PersonName(padded, padded, padded, padded))
                .address(new PostalAddress(padded, padded, padded, padded, padded, padded, "US"))
                .vat(padded)
                .comments(padded)
                .tag(CustomerTag.of(padded))
                .additionalData(AdditionalData.builder()
                        .put(AdditionalField.PASSPORT_NUMBER, padded)
                        .put(AdditionalField.BIRTH_CITY, padded)
                        .attach(new AttachedFile(padded, padded, padded))
                        .build())
                .extension(ExtensionData.builder("es")
                        .put(ExtensionField.LEGAL_TYPE, padded)
                        .build())
                .build();

        assertThat(CustomerRules.check(draft).all())
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.code()).isZero();
                    assertThat(finding.message()).contains("begins or ends with white space");
                })
                .extracting(Finding::path)
                .containsExactly(
                        "name.initials",
                        "name.first_name",
                        "name.prefix",
                        "name.last_name",
                        "address.street",
                        "address.number",
                        "address.suffix",
                        "address.zipcode",
                        "address.city",
                        "address.state",
                        "company_name",
                        "vat",
                        "comments",
                        "tags[0].value",
                        "additional_data.birth_city",
                        "additional_data.passport_number",
                        "additional_data.attached_files[0].description",
                        "additional_data.attached_files[0].doc_type",
                        "additional_data.attached_files[0].path",
                        "extension_additional_data[0].data.legal_type");
    }

    @Test
    void changes_are_checked_in_the_same_way() {
        CustomerChanges changes = CustomerChanges.builder()
                .comments(" moved")
                .vat("e\u0301")
                .tags(List.of(CustomerTag.of("V\u200bIP")))
                .build();

        assertThat(CustomerRules.check(changes).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(
                        tuple(Severity.WARNING, "vat", 0),
                        tuple(Severity.WARNING, "comments", 0),
                        tuple(Severity.WARNING, "tags[0].value", 0));
    }

    @Test
    void comments_may_have_several_lines_and_invisible_characters_inside() {
        assertThat(CustomerRules.check(CompleteDraft.builder()
                                .comments("pays late\nfamily 👩‍👩‍👧 of two")
                                .build())
                        .all())
                .isEmpty();
    }

    @Test
    void a_field_with_an_unknown_name_is_not_checked_since_the_path_would_repeat_the_name() {
        NewCustomer draft = CompleteDraft.builder()
                .additionalData(AdditionalData.builder().put("5ecret", "x ").build())
                .extension(ExtensionData.builder("es").put("5ecret", "x ").build())
                .build();

        assertThat(CustomerRules.check(draft).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Łódź", "two  spaces", "न\u094d", "北京", "a\u00a0b"})
    void a_clean_text_gets_no_finding(String text) {
        assertThat(TextRules.isClean(text)).isTrue();
        assertThat(CustomerRules.check(CompleteDraft.builder().companyName(text).build())
                        .all())
                .isEmpty();
    }
}
