package io.handlekit.customers.validation;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * The forms of European postal codes in the vendor's old documentation ("API Format Address"). Whether today's service
 * still asks for them (an {@code A-} before an Austrian code, say) is not known.
 *
 * <p>In a form, {@code #} is a digit, {@code @} a capital letter, {@code %} a letter of any case, {@code _} white space
 * or nothing, {@code ~} a hyphen or nothing; anything else is itself.
 */
final class ZipFormats {
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            entry("AT", List.of("A-####")),
            entry("BE", List.of("####")),
            entry("CY", List.of("CY-####")),
            entry("CZ", List.of("### ##")),
            entry("DE", List.of("#####")),
            entry("DK", List.of("####")),
            entry("EE", List.of("#####")),
            entry("ES", List.of("#####")),
            entry("FI", List.of("#####")),
            entry("FR", List.of("#####")),
            entry("GB", List.of("@#_#@@", "@##_#@@", "@@#_#@@", "@@##_#@@", "@@#@_#@@", "@#@_#@@")),
            entry("GR", List.of("###_##")),
            entry("HU", List.of("####")),
            entry("IT", List.of("#####")),
            entry("LT", List.of("LT-#####")),
            entry("LU", List.of("L-####")),
            entry("LV", List.of("LV-####")),
            entry("MT", List.of("@@@_####")),
            entry("NL", List.of("####_%%")),
            entry("PL", List.of("##~###")),
            entry("PT", List.of("####-###")),
            entry("RO", List.of("######")),
            entry("SE", List.of("### ##")),
            entry("SK", List.of("SK-### ##")));

    private ZipFormats() {}

    /** Whether the code has the form of its country; true for a country without a documented form. */
    static boolean fits(String country, String zipcode) {
        List<String> forms = FORMS.get(country);
        if (forms == null) {
            return true;
        }
        for (String form : forms) {
            if (fitsForm(form, zipcode)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fitsForm(String form, String text) {
        int at = 0;
        for (int i = 0; i < form.length(); i++) {
            char place = form.charAt(i);
            if (at < text.length() && fitsPlace(place, text.charAt(at))) {
                at++;
            } else if (place != '_' && place != '~') {
                return false;
            }
        }
        return at == text.length();
    }

    private static boolean fitsPlace(char place, char c) {
        return switch (place) {
            case '#' -> c >= '0' && c <= '9';
            case '@' -> c >= 'A' && c <= 'Z';
            case '%' -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            case '_', ' ' -> Character.isWhitespace(c);
            case '~' -> c == '-';
            default -> c == place;
        };
    }
}
