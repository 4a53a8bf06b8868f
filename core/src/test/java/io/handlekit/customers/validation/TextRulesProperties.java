package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Promises about white space, invisible characters and normalization, for any text. */
class TextRulesProperties {
    @Property
    void a_required_field_with_only_blanks_is_missing(@ForAll("blanks") String blank) {
        PostalAddress address = new PostalAddress(blank, "1", "", blank, blank, "", blank);
        NewCustomer draft = CompleteDraft.builder()
                .name(PersonName.of(blank, blank))
                .address(address)
                .phone(new PhoneNumber(blank, "20", blank))
                .email(blank)
                .build();

        assertThat(TextRules.isBlank(blank)).isTrue();
        assertThat(CustomerRules.check(draft).all())
                .extracting(Finding::severity, Finding::code)
                .containsExactly(
                        tuple(Severity.ERROR, 102),
                        tuple(Severity.ERROR, 105),
                        tuple(Severity.ERROR, 110),
                        tuple(Severity.ERROR, 115),
                        tuple(Severity.ERROR, 117),
                        tuple(Severity.ERROR, 120),
                        tuple(Severity.ERROR, 130),
                        tuple(Severity.ERROR, 134),
                        tuple(Severity.ERROR, 145));
    }

    @Property
    void blanks_around_a_text_pass_with_a_warning(@ForAll("words") String word, @ForAll("blanks") String blank) {
        for (String padded : List.of(blank + word, word + blank, blank + word + blank)) {
            assertThat(TextRules.isBlank(padded)).isFalse();
            assertThat(TextRules.isClean(padded)).isFalse();
            assertThat(onLastName(padded).hasErrors()).isFalse();
            assertThat(onLastName(padded).warnings())
                    .isNotEmpty()
                    .extracting(Finding::path)
                    .containsOnly("name.last_name");
        }
    }

    @Property
    void an_invisible_character_within_a_name_passes_with_a_warning(
            @ForAll("words") String word, @ForAll("invisibles") String invisible) {
        assertThat(onLastName(word + invisible + word).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(tuple(Severity.WARNING, "name.last_name", 0));
    }

    @Property
    void blanks_at_an_end_of_an_email_are_an_error(@ForAll("blanks") String blank) {
        for (String email : List.of(blank + "ada@example.com", "ada@example.com" + blank)) {
            assertThat(CustomerRules.check(CompleteDraft.builder().email(email).build())
                            .all())
                    .extracting(Finding::severity, Finding::path, Finding::code)
                    .containsExactly(tuple(Severity.ERROR, "email", 146));
        }
    }

    @Property
    void a_decomposed_text_gets_a_warning_and_the_composed_one_does_not(@ForAll("accented") String composed) {
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(onLastName(composed).all()).isEmpty();
        assertThat(onLastName(decomposed).all())
                .extracting(Finding::severity, Finding::path, Finding::code)
                .containsExactly(tuple(Severity.WARNING, "name.last_name", 0));
    }

    @Property
    void a_text_is_clean_if_and_only_if_a_line_with_it_gets_no_finding(@ForAll("anyTexts") String text) {
        NewCustomer draft = CompleteDraft.builder().companyName(text).build();

        assertThat(CustomerRules.check(draft).all().isEmpty()).isEqualTo(TextRules.isClean(text));
    }

    private static Findings onLastName(String text) {
        return CustomerRules.check(
                CompleteDraft.builder().name(PersonName.of("Ada", text)).build());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("Lovelace", "Łódź", "北京", "مريم", "O'Brien", "𝔘", "van de Velde", "Šimek");
    }

    @Provide
    Arbitrary<String> accented() {
        return Arbitraries.of("Åse", "İstanbul", "Þór é", "서울", "Ελένη ή", "Ñ", "Łódź");
    }

    @Provide
    Arbitrary<String> invisibles() {
        return Arbitraries.of(0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x202e, 0x2060, 0x3164, 0xfe0f, 0xfeff, 0xe0061)
                .map(Character::toString);
    }

    @Provide
    Arbitrary<String> blanks() {
        Arbitrary<String> spaces = Arbitraries.of(
                        0x20, 0x9, 0xa, 0x85, 0xa0, 0x1680, 0x2003, 0x2007, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000)
                .map(Character::toString);
        return Arbitraries.oneOf(spaces, invisibles())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> anyTexts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(4),
                Arbitraries.oneOf(words(), accented(), blanks(), Arbitraries.of("e\u0301", "\u0000", "a\nb"))
                        .list()
                        .ofMaxSize(3)
                        .map(parts -> String.join("", parts)));
    }
}
