package io.handlekit.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The dates that the service accepts are those of the calendar, as YYYY-MM-DD. */
class DatesProperties {
    /** The JDK's parser also accepts signed years beyond 9999; no such text is generated. */
    @Property
    void a_date_is_what_the_jdk_parses_as_one(@ForAll("nearlyDates") String text) {
        assertThat(Dates.isDate(text)).isEqualTo(parses(text));
    }

    @Example
    void a_year_has_the_months_from_january_to_december() {
        assertThat(Stream.of("2000-01-01", "2000-12-31", "2000-02-29")).allMatch(Dates::isDate);
        assertThat(Stream.of("2000-00-31", "2000-13-01", "2000-02-30", "1900-02-29"))
                .noneMatch(Dates::isDate);
    }

    @Example
    void a_day_in_another_format_is_not_a_date() {
        assertThat(Stream.of(
                        "2000/01/01", "01-01-2000", "2000-01-01 ", "2000-1-1", "20000101", "+200-01-01", "２000-01-01"))
                .noneMatch(Dates::isDate);
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
        Arbitrary<String> formats = Arbitraries.frequency(
                Tuple.of(8, "%04d-%02d-%02d"),
                Tuple.of(1, "%04d-%d-%d"),
                Tuple.of(1, "%04d/%02d/%02d"),
                Tuple.of(1, "%04d-%02d-%02d "),
                Tuple.of(1, "%04d%02d%02d"));
        return Combinators.combine(formats, years, small, small).as(String::format);
    }
}
