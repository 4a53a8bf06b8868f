package io.handlekit.customers.validation;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * The formats of European postal codes in the vendor's old documentation ("API Format Address"). It is unknown whether
 * the service still requires them, for example {@code A-} in front of an Austrian code.
 *
 * <p>In a format, {@code #} is a digit, {@code @} a capital letter, {@code %} a letter of any case, {@code _} optional
 * white space, {@code ~} an optional hyphen. Any other character stands for itself.
 */
final class ZipFormats {
    private static final Map<String, List<String>> FORMATS = Map.ofEntries(
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

    /** Returns true if the code fits a format of its country, or if the country has no documented format. */
    static boolean fits(String country, String zipcode) {
        List<String> formats = FORMATS.get(country);
        if (formats == null) {
            return true;
        }
        for (String format : formats) {
            if (fitsFormat(format, zipcode)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fitsFormat(String format, String text) {
        int at = 0;
        for (int i = 0; i < format.length(); i++) {
            char place = format.charAt(i);
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
