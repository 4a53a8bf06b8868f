package io.handlekit.conformance;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that people and programs really send, and those that break code. None is blank. */
final class Texts {
    private static final int LONG = 5_000;

    private Texts() {}

    /** One line of any script, mostly short, now and then very long. */
    static Arbitrary<String> lines() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, word()), Tuple.of(6, phrase()), Tuple.of(1, word().map(Texts::repeat)));
    }

    /** Any text: lines, and what does not fit into one. */
    static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, lines()),
                Tuple.of(1, Arbitraries.of("two\nlines", "a\ttab", "\u0000", "\r\n", "\u007f", "\u0085\u2028")));
    }

    /** One to twelve letters, digits or hyphens. */
    static Arbitrary<String> word() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    /** A few words of any script, and signs that mean something to some program; none is a star. */
    static Arbitrary<String> phrase() {
        return Arbitraries.of(
                        "Åse",
                        "Ørsted",
                        "Łódź",
                        "İstanbul",
                        "ß",
                        "Þór",
                        "Ævar",
                        "Œuvre",
                        "Μαρία",
                        "Ольга",
                        "北京",
                        "東京都",
                        "서울",
                        "مريم",
                        "שרה",
                        "हिन्दी",
                        "e\u0301",
                        "n\u0303",
                        "👩‍👩‍👧",
                        "🇳🇱",
                        "𝔘",
                        "\u202eabc",
                        "\u200d",
                        " before",
                        "after ",
                        "two  spaces",
                        "\u00a0hard\u00a0",
                        "'t Hart",
                        "O'Brien",
                        "\"quoted\"",
                        "back\\slash",
                        "</script>",
                        "%2F",
                        "a&b=c",
                        "${x}",
                        "null",
                        "+",
                        "{}",
                        "[]",
                        "0",
                        "-",
                        "ﬁ",
                        "ǅ",
                        "\ufeff")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join(" ", parts));
    }

    private static String repeat(String word) {
        return word.repeat(LONG / word.length());
    }
}
