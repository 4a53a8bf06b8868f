package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class DatesProperties {
    /** The JDK's own parser takes years beyond 9999 as well, with a sign; no such text is generated. */
    @Property
    void a_date_is_what_the_jdk_takes_for_one(@ForAll("nearlyDates") String text) {
        assertThat(Dates.isDate(text)).isEqualTo(parses(text));
    }

    private static boolean parses(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> nearlyDates() {
        Arbitrary<Integer> years = Arbitraries.of(0, 4, 1900, 1970, 1999, 2000, 2024, 2100, 9999);
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 33);
        Arbitrary<String> forms = Arbitraries.frequency(
                Tuple.of(8, "%04d-%02d-%02d"),
                Tuple.of(1, "%04d-%d-%d"),
                Tuple.of(1, "%04d/%02d/%02d"),
                Tuple.of(1, "%04d-%02d-%02d "),
                Tuple.of(1, "%04d%02d%02d"));
        return Combinators.combine(forms, years, small, small).as(String::format);
    }
}
