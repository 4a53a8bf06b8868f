package io.handlekit.customers.validation.internal;

import java.util.Locale;
import java.util.Set;

/** The country codes of ISO 3166-1, as the JDK has them. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    public static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** A code but for its case, or Kosovo's, which registries take although ISO 3166-1 has not assigned it. */
    public static boolean isNearlyCode(String text) {
        return text.length() == 2 && (CODES.contains(text.toUpperCase(Locale.ROOT)) || text.equalsIgnoreCase("XK"));
    }
}
