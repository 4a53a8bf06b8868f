package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The postal codes that fit the documented format of their country. */
class ZipFormatsTest {
    @ParameterizedTest
    @CsvSource({
        "AT,A-1234",
        "BE,1000",
        "CY,CY-1234",
        "CZ,110 00",
        "DE,10115",
        "DK,1050",
        "EE,10111",
        "ES,28001",
        "FI,00100",
        "FR,75001",
        "GB,W1U 4EG",
        "GB,M11AE",
        "GB,M60 1NW",
        "GB,CR2 6XH",
        "GB,DN551PT",
        "GB,W1A 1HQ",
        "GB,EC1A 1BB",
        "GB,AZ09 9ZA",
        "GR,104 31",
        "GR,10431",
        "HU,1051",
        "IT,00118",
        "LT,LT-01100",
        "LU,L-1009",
        "LV,LV-1010",
        "MT,VLT 1117",
        "MT,VLT1117",
        "NL,1017 BX",
        "NL,1017bx",
        "NL,1017AZ",
        "NL,1017az",
        "PL,00-001",
        "PL,00001",
        "PT,1000-001",
        "RO,010011",
        "SE,111 20",
        "SK,SK-811 01",
    })
    void a_postal_code_in_a_documented_format_fits(String country, String zipcode) {
        assertThat(ZipFormats.fits(country, zipcode)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AT,1234",
        "BE,100",
        "BE,10000",
        "CZ,11000",
        "DE,1011",
        "DE,'10115 '",
        "FR,7500A",
        "GB,12345",
        "GB,w1u 4eg",
        "GB,W1U  4EG",
        "LT,01100",
        "MT,VLT-1117",
        "NL,0123",
        "NL,1017  BX",
        "NL,017 BX",
        "NL,1017@A",
        "NL,1017A[",
        "NL,1017`a",
        "NL,1017a{",
        "NL,1017 ÄÖ",
        "BE,١٠٠٠",
        "BE,10/0",
        "BE,10:0",
        "PL,00--001",
        "PT,1000001",
        "SE,11120",
        "NL,''",
    })
    void a_postal_code_in_another_format_does_not_fit(String country, String zipcode) {
        assertThat(ZipFormats.fits(country, zipcode)).isFalse();
    }

    @Test
    void any_postal_code_fits_a_country_without_a_documented_format() {
        assertThat(ZipFormats.fits("US", "anything at all")).isTrue();
        assertThat(ZipFormats.fits("", "anything at all")).isTrue();
    }
}
