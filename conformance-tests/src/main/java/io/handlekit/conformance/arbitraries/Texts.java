package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.validation.TextRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Generators of texts: what people and programs send, and what breaks code. None is blank to the customer rules. */
final class Texts {
    private static final int LONG = 5_000;
    private static final int HUGE_BYTES = 65_536;
    private static final List<String> WORDS = List.of(
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
            "\ufeff");
    private static final List<String> CLEAN_WORDS =
            WORDS.stream().filter(TextRules::isClean).toList();

    private Texts() {}

    /** Returns single lines of any script, mostly short, some of 5,000 characters. */
    static Arbitrary<String> lines() {
        return linesOf(phrase());
    }

    /** Returns the lines in which {@code CustomerRules} find nothing, not even a warning. */
    static Arbitrary<String> cleanLines() {
        return linesOf(phraseOf(CLEAN_WORDS));
    }

    private static Arbitrary<String> linesOf(Arbitrary<String> phrases) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, word()), Tuple.of(6, phrases), Tuple.of(1, word().map(Texts::repeat)));
    }

    /** Returns lines and short nasty texts. */
    static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(Tuple.of(4, lines()), Tuple.of(1, nasty()));
    }

    /** Returns short texts that break programs. UTF-8 can encode all of them. */
    static Arbitrary<String> nasty() {
        return Arbitraries.of(
                "two\nlines",
                "a\ttab",
                "a\r\nHandlekit-Injected: yes",
                "\u0000",
                "before\u0000after",
                "\u0001\u001b[31m\u007f",
                "\u0085|\u2028|\u2029",
                "e" + "\u0301\u0327\u0336".repeat(30),
                "\u0301first a mark",
                "\u202etxt.exe\u202c",
                "\u2067שרה\u2066abc\u2069\u2069",
                "\u200f\u200e\u061cab",
                "👨‍👩‍👧‍👦👩🏽‍🚒🏳️‍🌈",
                "🇳🇱🇳",
                "\ufeffbom",
                "\ufffd\uffff\ufdd0",
                "\udbff\udfff\ud834\udd1e",
                "\u1160x\u3164",
                "ﷺ",
                "İIıiſK",
                "{{7*7}}${7*7}#{7*7}<%=7*7%>",
                "'; DROP TABLE customers; --",
                "<!--<script>alert(1)</script>",
                "]]>&lt;&amp;&#0;",
                "\\u0000\\x00%00",
                "../../etc/passwd",
                "=cmd|'/C calc'!A0",
                "1e309",
                "-0",
                "NaN",
                "true",
                "undefined");
    }

    /** Returns texts of 64 KiB, in characters of one to four bytes. Use them rarely: a few exceed what a service takes. */
    static Arbitrary<String> huge() {
        return Arbitraries.of("x", "é", "語", "𝔘")
                .map(sign -> sign.repeat(HUGE_BYTES / sign.getBytes(StandardCharsets.UTF_8).length))
                .withoutEdgeCases();
    }

    /** Returns one to twelve letters, digits or hyphens. */
    static Arbitrary<String> word() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    /** Returns one to four words of any script and signs that some program interprets. None is a star. */
    static Arbitrary<String> phrase() {
        return phraseOf(WORDS).filter(text -> !TextRules.isBlank(text));
    }

    private static Arbitrary<String> phraseOf(List<String> words) {
        return Arbitraries.of(words).list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join(" ", parts));
    }

    private static String repeat(String word) {
        return word.repeat(LONG / word.length());
    }
}
