package io.handlekit.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {
    /** A JDK with other codes would change which countries the rules refuse. This test makes that visible. */
    @Test
    void the_jdk_has_the_expected_codes_of_iso_3166() {
        assertThat(Locale.getISOCountries()).hasSizeBetween(249, 250).contains("NL", "SS", "CW", "GB", "TL");
        assertThat(Countries.isCode("UK")).isFalse();
        assertThat(Countries.isCode("EU")).isFalse();
    }
}
