package io.handlekit.customers.validation.internal;

import java.util.Locale;
import java.util.Set;

/**
 * The mailbox providers that the vendor refuses for {@code .in}: disposable, temporary and encrypted mailboxes. The
 * vendor's article on .in (support 360000755548) names ten and adds "and similar". It applies them since 2026-01-14 and
 * checks them when a customer is created or updated, before any domain is ordered.
 */
public final class RefusedMailboxes {
    public static final String SOURCE = "vendor article on .in, support 360000755548";
    private static final Set<String> DOMAINS = Set.of(
            "guerrillamail.com",
            "10minutemail.com",
            "temp-mail.org",
            "mailinator.com",
            "emailondeck.com",
            "proton.me",
            "tutanota.com",
            "mailfence.com",
            "hushmail.com",
            "startmail.com");

    private RefusedMailboxes() {}

    /** Returns true if the e-mail address is at one of the ten providers. */
    public static boolean contains(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1);
        return DOMAINS.contains(domain.strip().toLowerCase(Locale.ROOT));
    }
}
