package io.handlekit.mock.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Compares a wildcard, which folds nothing in advance, with a regular expression over folded texts. */
class WildcardProperties {
    @Property(tries = 5000)
    void a_pattern_matches_what_the_expression_of_its_folded_text_matches(
            @ForAll @Chars({'a', 'µ', 'İ', '*', '\\', '\ude00'}) @StringLength(max = 4) String pattern,
            @ForAll @Chars({'A', 'μ', 'i', '\\', '\ude00'}) @StringLength(max = 4) String text) {
        assertThat(new Wildcard(pattern, false).matches(text)).isEqualTo(expected(pattern, text));
    }

    @Property(tries = 5000)
    void a_sign_folds_as_the_tables_of_characters_say(@ForAll @CharRange(to = '\u017f') char one) {
        assertThat(CaseFolding.fold("" + one)).isEqualTo("" + Character.toLowerCase(Character.toUpperCase(one)));
    }

    private static boolean expected(String pattern, String text) {
        String expression = Pattern.compile("\\*")
                .splitAsStream(CaseFolding.fold(pattern) + "\u0000")
                .map(piece -> Pattern.quote(piece.replace("\u0000", "")))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL)
                .matcher(CaseFolding.fold(text))
                .matches();
    }
}
