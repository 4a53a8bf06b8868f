package io.handlekit.customers.internal;

import java.util.Locale;
import java.util.Set;

/** The country codes of ISO 3166-1, as the JDK knows them. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    public static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /**
     * Returns true for a code in another case, and for Kosovo's XK, which registries accept without a code of ISO
     * 3166-1.
     */
    public static boolean isNearlyCode(String text) {
        return text.length() == 2 && (CODES.contains(text.toUpperCase(Locale.ROOT)) || text.equalsIgnoreCase("XK"));
    }
}
