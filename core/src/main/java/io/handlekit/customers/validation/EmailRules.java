package io.handlekit.customers.validation;

import io.handlekit.customers.validation.internal.FindingsCollector;

/** Lenient rules for an e-mail address: the service decides in the end. */
final class EmailRules {
    private static final int INVALID = 146;

    private EmailRules() {}

    static void check(String email, FindingsCollector findings) {
        if (!findings.requireText("email", 145, email)) {
            return;
        }
        int at = email.lastIndexOf('@');
        if (at < 1 || at == email.length() - 1 || hasSpaceOrControl(email)) {
            findings.error("email", INVALID, "not an e-mail address; use name@domain");
        } else if (!email.substring(at).contains(".")) {
            findings.warning("email", INVALID, "the domain of the e-mail address has no dot");
        }
    }

    private static boolean hasSpaceOrControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i)) || Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
