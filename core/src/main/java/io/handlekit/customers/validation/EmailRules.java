package io.handlekit.customers.validation;

import io.handlekit.customers.validation.internal.FindingsCollector;

/** A lenient look at an e-mail address: the service has the last word. */
final class EmailRules {
    private static final int INVALID = 146;

    private EmailRules() {}

    static void check(String email, FindingsCollector report) {
        if (!report.given("email", 145, email)) {
            return;
        }
        int at = email.lastIndexOf('@');
        if (at < 1 || at == email.length() - 1 || hasSpaceOrControl(email)) {
            report.error("email", INVALID, "not of the form name@domain");
        } else if (!email.substring(at).contains(".")) {
            report.warning("email", INVALID, "the domain has no dot");
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
