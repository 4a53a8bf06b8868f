package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences about e-mail addresses, for single ones and for any made of good parts. */
class EmailRulesTest {
    private static List<Finding> findings(String email) {
        return CustomerRules.check(CompleteDraft.builder().email(email).build()).all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada@example.com;bob@example.com | several addresses",
                "ada@example.com,bob@example.com | several addresses",
                "ada@example.com; | several addresses",
                "<ada@example.com> | angle brackets",
                "Ada<ada@example.com> | angle brackets",
                "ada@@example.com | more than one @",
                "ada@home@example.com | more than one @",
                "ada..king@example.com | two dots in a row",
                "ada@example..com | two dots in a row",
                "ada@example.com. | dot at the beginning or end",
                ".ada@example.com | dot at the beginning or end",
                "ada.@example.com | dot at the beginning or end",
                "ada@.example.com | dot at the beginning or end",
                "ada@localhost | has no dot",
                "ada@exam\u200dple.com | invisible character",
            })
    void a_doubtful_address_gets_a_warning_that_says_why(String email, String why) {
        assertThat(findings(email)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.path()).isEqualTo("email");
            assertThat(finding.code()).isEqualTo(146);
            assertThat(finding.message()).contains(why);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada | use name@domain",
                "a da@example.com | contains white space",
                "ada@exam\u00a0ple.com | contains white space",
                "a\u2028da@example.com | contains white space",
                "a\u0000da@example.com | control character",
                "'ada@example.com ' | begins or ends",
                "\ufeffada@example.com | begins or ends",
                "ada@example.com\u200b | begins or ends",
            })
    void an_impossible_address_gets_an_error_that_says_why(String email, String why) {
        assertThat(findings(email)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.code()).isEqualTo(146);
            assertThat(finding.message()).contains(why);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"a@b\"@example.com", "\"a;b,c<d>..\"@example.com", "ü@größe.example", "a+b.c-d_e@x.co.uk"})
    void an_unusual_but_valid_address_gets_no_finding(String email) {
        assertThat(findings(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"u\u0308@example.com"})
    void an_address_that_is_not_normalized_gets_a_warning_without_a_code(String email) {
        assertThat(findings(email))
                .extracting(Finding::severity, Finding::code)
                .containsExactly(tuple(Severity.WARNING, 0));
    }

    @Property
    void an_address_of_good_parts_gets_no_finding_and_two_of_them_get_one(
            @ForAll("addresses") String one, @ForAll("addresses") String other, @ForAll("separators") char separator) {
        assertThat(findings(one)).isEmpty();
        assertThat(findings(one + separator + other)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("several addresses");
        });
    }

    @Property
    void no_sentence_repeats_a_part_of_the_address(@ForAll("parts") String part, @ForAll("broken") String shape) {
        assertThat(findings(shape.replace("?", part + "q7")).toString()).doesNotContain(part + "q7");
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(';', ',');
    }

    @Provide
    Arbitrary<String> broken() {
        return Arbitraries.of("?", "?@", "@?", "? ?@?", "?;?@?", "<?@?>", "?@@?.?", "?..?@?.?", "?@?", "\u200b?@?.?");
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> dotted = parts().list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join(".", parts));
        return Combinators.combine(dotted, parts(), dotted).as((name, host, tld) -> name + "@" + host + "." + tld);
    }
}
