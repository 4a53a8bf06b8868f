package io.handlekit.customers.tld;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** The spelling of top-level domains that the table uses: {@code xn--p1ai}. */
final class TldNames {
    private TldNames() {}

    /**
     * Returns the name in ASCII and lower case without a leading dot; empty if the text cannot name a domain.
     */
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
        } catch (RuntimeException invalid) {
            // The JDK documents IllegalArgumentException, but throws others for some texts.
            return Optional.empty();
        }
    }
}
