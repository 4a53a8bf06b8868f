package io.handlekit.mock.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEscapesTest {
    @ParameterizedTest
    @CsvSource({"plain,plain", "XX123456%2DXX,XX123456-XX", "%c3%A9,é", "a+b,a+b", "é%25,é%"})
    void escapes_are_bytes_of_utf_8(String text, String decoded) {
        assertThat(PercentEscapes.decode(text)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%u0041", "%+1", "%ff", "%c3", "%é1"})
    void a_broken_escape_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PercentEscapes.decode(text));
    }
}
