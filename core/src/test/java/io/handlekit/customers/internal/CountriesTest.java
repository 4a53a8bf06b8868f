package io.handlekit.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {
    /** A JDK with more or fewer codes would change what the rules refuse: better a red test than a surprise. */
    @Test
    void the_jdk_has_the_codes_of_iso_3166_that_we_know() {
        assertThat(Locale.getISOCountries()).hasSizeBetween(249, 250).contains("NL", "SS", "CW", "GB", "TL");
        assertThat(Countries.isCode("UK")).isFalse();
        assertThat(Countries.isCode("EU")).isFalse();
    }
}
