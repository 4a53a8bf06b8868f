package io.handlekit.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters count as white space and as invisible. */
class UnicodeTextTest {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}");

    @Test
    void every_white_space_character_of_unicode_is_blank() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(text -> WHITE_SPACE.matcher(text).matches()))
                .hasSizeGreaterThan(20)
                .allMatch(UnicodeText::hasWhiteSpace)
                .allMatch(UnicodeText::isBlank);
    }

    @Test
    void everything_that_java_calls_blank_is_blank() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(String::isBlank))
                .allMatch(UnicodeText::isBlank);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x202a, 0x202e,
                0x2060, 0x2066, 0x206f, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xe0001, 0xe0100
            })
    void an_invisible_character_is_blank_but_no_white_space(int codePoint) {
        String text = Character.toString(codePoint);

        assertThat(UnicodeText.hasInvisible("a" + text + "b")).isTrue();
        assertThat(UnicodeText.isBlank(text)).isTrue();
        assertThat(UnicodeText.hasWhiteSpace(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x1, 0x7f, 'a', '.', 0x301, 0x600, 0x6dd, 0x70f, 0x8e2, 0x110bd, 0xfffd, 0xffff, 0x1f600})
    void a_control_a_mark_and_a_visible_format_character_are_neither(int codePoint) {
        String text = Character.toString(codePoint);

        assertThat(UnicodeText.isBlank(text)).isFalse();
        assertThat(UnicodeText.hasInvisible(text)).isFalse();
        assertThat(UnicodeText.hasWhiteSpace(text)).isFalse();
    }

    @Test
    void the_empty_text_is_blank_but_not_padded() {
        assertThat(UnicodeText.isBlank("")).isTrue();
        assertThat(UnicodeText.isPadded("")).isFalse();
        assertThat(UnicodeText.hasInvisible("")).isFalse();
        assertThat(UnicodeText.isNormalized("")).isTrue();
    }
}
