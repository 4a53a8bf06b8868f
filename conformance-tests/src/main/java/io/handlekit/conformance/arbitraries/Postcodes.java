package io.handlekit.conformance.arbitraries;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generators of postal codes in the forms of the vendor's old documentation ("API Format Address"). In a form, {@code #}
 * stands for a digit and {@code @} for an upper-case letter.
 */
final class Postcodes {
    private static final Map<String, List<String>> FORMS = """
            AT A-####|BE ####|CY CY-####|CZ ### ##|DE #####|DK ####|EE #####|ES #####|FI #####|FR #####
            GB @# #@@|GB @## #@@|GB @@# #@@|GB @@## #@@|GB @@#@ #@@|GB @#@#@@|GR ### ##|GR #####|HU ####|IT #####
            LT LT-#####|LU L-####|LV LV-####|MT @@@ ####|MT @@@####|NL #### @@|NL ####@@|PL ##-###|PL #####
            PT ####-###|RO ######|SE ### ##|SK SK-### ##""".lines()
            .flatMap(line -> List.of(line.split("\\|")).stream())
            .collect(Collectors.groupingBy(
                    entry -> entry.substring(0, 2),
                    Collectors.mapping(entry -> entry.substring(3), Collectors.toList())));

    /** The length of the longest form. */
    private static final int LONGEST = 9;

    private Postcodes() {}

    /** Returns functions from a country to a postal code. Without a known form, the postal code is the given line. */
    static Arbitrary<UnaryOperator<String>> orElse(Arbitrary<String> lines) {
        Arbitrary<String> letters =
                Arbitraries.strings().withCharRange('A', 'Z').ofLength(LONGEST);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5), Sections.digits(LONGEST, LONGEST), letters, lines)
                .as((choice, digits, capitals, line) -> country -> {
                    List<String> forms = FORMS.getOrDefault(country, List.of());
                    return forms.isEmpty() ? line : filledIn(forms.get(choice % forms.size()), digits, capitals);
                });
    }

    private static String filledIn(String form, String digits, String capitals) {
        StringBuilder code = new StringBuilder(form);
        for (int i = 0; i < form.length(); i++) {
            switch (form.charAt(i)) {
                case '#' -> code.setCharAt(i, digits.charAt(i));
                case '@' -> code.setCharAt(i, capitals.charAt(i));
                default -> {}
            }
        }
        return code.toString();
    }
}
