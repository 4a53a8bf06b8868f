package io.handlekit.customers.validation.internal;

import java.util.List;

/**
 * The mailbox providers that the vendor refuses for {@code .in}: disposable, temporary and encrypted mailboxes. The
 * vendor's article on .in (support 360000755548) names ten and adds "and similar". It applies them since 2026-01-14 and
 * checks them when a customer is created or updated, before any domain is ordered.
 */
public final class RefusedMailboxes {
    public static final String SOURCE = "vendor article on .in, support 360000755548";
    private static final List<String> DOMAINS = List.of(
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
        int from = email.lastIndexOf('@') + 1;
        int to = email.length();
        while (from < to && Character.isWhitespace(email.charAt(from))) {
            from++;
        }
        while (from < to && Character.isWhitespace(email.charAt(to - 1))) {
            to--;
        }
        for (String domain : DOMAINS) {
            if (domain.length() == to - from && domain.regionMatches(true, 0, email, from, domain.length())) {
                return true;
            }
        }
        return false;
    }
}
