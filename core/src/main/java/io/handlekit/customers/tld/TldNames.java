package io.handlekit.customers.tld;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Names of top-level domains in the one form that the table has them in: {@code xn--p1ai}. */
final class TldNames {
    private TldNames() {}

    /** Small letters, digits, hyphens and inner dots, without the dot in front; empty if no domain can be named so. */
    static Optional<String> ascii(String text) {
        String name = text.strip();
        if (name.startsWith(".")) {
            name = name.substring(1);
        }
        try {
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES);
            return ascii.isEmpty() || ascii.startsWith(".") || ascii.endsWith(".")
                    ? Optional.empty()
                    : Optional.of(ascii.toLowerCase(Locale.ROOT));
        } catch (RuntimeException unnameable) {
            // An IllegalArgumentException is promised, but the JDK has let others escape from odd texts.
            return Optional.empty();
        }
    }
}
