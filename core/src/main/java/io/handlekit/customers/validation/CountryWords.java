package io.handlekit.customers.validation;

import io.handlekit.customers.internal.Countries;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences about texts that are not country codes of ISO 3166-1. */
final class CountryWords {
    /** Codes of countries that are no longer there, such as AN; the JDK lists them by four letters. */
    private static final Set<String> FORMER = Locale.getISOCountries(IsoCountryCode.PART3).stream()
            .map(code -> code.substring(0, 2))
            .collect(Collectors.toUnmodifiableSet());

    /** Codes that ISO 3166-1 reserves for parts of countries, unions and other uses. */
    private static final Set<String> RESERVED =
            Set.of("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "FX", "IC", "SU", "TA", "UN");

    private CountryWords() {}

    /** Returns what is wrong with a text that is not a code. */
    static String problem(String text) {
        if (!isTwoLetters(text)) {
            return "not a country code of ISO 3166-1";
        }
        String code = text.toUpperCase(Locale.ROOT);
        if (Countries.isCode(code)) {
            return "not in capital letters; the service documents two capital letters of ISO 3166-1, such as NL";
        }
        return switch (code) {
            case "XK" ->
                "XK is a user-assigned code for Kosovo and not a country code of ISO 3166-1, so the service may"
                        + " not know it";
            case "UK" -> "UK is a reserved code; the country code of the United Kingdom is GB";
            case "EL" -> "EL is not a country code of ISO 3166-1; the code of Greece is GR";
            default -> "not a country code of ISO 3166-1 but " + kind(code);
        };
    }

    private static String kind(String code) {
        if (isUserAssigned(code)) {
            return "a user-assigned one, which has no fixed meaning";
        }
        if (RESERVED.contains(code)) {
            return "a reserved one, which is not for addresses";
        }
        return FORMER.contains(code) ? "that of a former country" : "two letters without a meaning there";
    }

    private static boolean isTwoLetters(String text) {
        return text.length() == 2 && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    }

    private static boolean isUserAssigned(String code) {
        return code.equals("AA")
                || code.equals("ZZ")
                || code.startsWith("X")
                || (code.charAt(0) == 'Q' && code.charAt(1) >= 'M');
    }
}
