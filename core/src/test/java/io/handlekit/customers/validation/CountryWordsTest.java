package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence about a country fits what is wrong with it. */
class CountryWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XK | WARNING | user-assigned code for Kosovo",
                "xk | WARNING | user-assigned code for Kosovo",
                "nl | WARNING | not in capital letters",
                "Nl | WARNING | not in capital letters",
                "UK | ERROR | the United Kingdom is GB",
                "uk | ERROR | the United Kingdom is GB",
                "EL | ERROR | the code of Greece is GR",
                "EU | ERROR | a reserved one",
                "AC | ERROR | a reserved one",
                "AN | ERROR | that of a former country",
                "YU | ERROR | that of a former country",
                "ZZ | ERROR | a user-assigned one",
                "AA | ERROR | a user-assigned one",
                "QM | ERROR | a user-assigned one",
                "XA | ERROR | a user-assigned one",
                "QL | ERROR | two letters without a meaning",
                "N | ERROR | not a country code of ISO 3166-1",
                "NLD | ERROR | not a country code of ISO 3166-1",
                "N1 | ERROR | not a country code of ISO 3166-1",
                "ÄÖ | ERROR | not a country code of ISO 3166-1",
                "United Kingdom | ERROR | not a country code of ISO 3166-1",
            })
    void the_sentence_says_what_kind_of_text_it_is(String country, Severity severity, String sentence) {
        assertThat(findingOn(country).severity()).isEqualTo(severity);
        assertThat(findingOn(country).code()).isEqualTo(121);
        assertThat(findingOn(country).message()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"XK,XK is a user-assigned code for Kosovo", "nl,not in capital letters", "Holland,not a country code"})
    void countries_of_additional_data_get_the_same_sentences(String country, String sentence) {
        AdditionalData data = AdditionalData.builder()
                .put(AdditionalField.BIRTH_COUNTRY, country)
                .build();

        assertThat(CustomerRules.check(
                                CompleteDraft.builder().additionalData(data).build())
                        .all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith(sentence));
    }

    @Property
    void two_letters_are_either_a_code_or_get_one_sentence(@ForAll("twoLetters") String country) {
        PostalAddress address = new PostalAddress("Main Street", "1", "", "x", "Springfield", "", country);
        boolean isCode =
                Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country);

        assertThat(CustomerRules.check(CompleteDraft.builder().address(address).build())
                        .all())
                .filteredOn(finding -> finding.path().equals("address.country"))
                .hasSize(isCode ? 0 : 1);
    }

    private static Finding findingOn(String country) {
        PostalAddress address = new PostalAddress("Main Street", "1", "", "12345", "Springfield", "", country);
        return CustomerRules.check(CompleteDraft.builder().address(address).build())
                .all()
                .get(0);
    }

    @Provide
    Arbitrary<String> twoLetters() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .ofLength(2);
    }
}
