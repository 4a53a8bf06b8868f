package io.handlekit.customers.validation;

import io.handlekit.customers.internal.UnicodeText;
import io.handlekit.customers.validation.internal.FindingsCollector;

/** Lenient rules for an e-mail address: the service decides in the end. */
final class EmailRules {
    private static final String PATH = "email";
    private static final int INVALID = 146;

    private EmailRules() {}

    static void check(String email, FindingsCollector findings) {
        if (isOrdinary(email) || !findings.requireText(PATH, 145, email)) {
            return;
        }
        int at = email.lastIndexOf('@');
        if (UnicodeText.isPadded(email)) {
            error("begins or ends with white space or an invisible character; remove it", findings);
        } else if (UnicodeText.hasWhiteSpace(email) || UnicodeText.hasControl(email)) {
            error("contains white space or a control character; use name@domain", findings);
        } else if (at < 1 || at == email.length() - 1) {
            error("not an e-mail address; use name@domain", findings);
        } else {
            checkDoubtful(email, at, findings);
        }
    }

    /**
     * Returns true for an address of ASCII letters, digits, hyphens and the like, with one @ and single dots between
     * them, and a dot in the domain. It has no mistake that the rules below look for.
     */
    private static boolean isOrdinary(String email) {
        boolean afterSign = true;
        int at = -1;
        int dot = -1;
        for (int i = 0; i < email.length(); i++) {
            char c = email.charAt(i);
            boolean sign = c == '.' || c == '@';
            if (sign ? afterSign || (c == '@' && at >= 0) : !isWord(c)) {
                return false;
            }
            at = c == '@' ? i : at;
            dot = c == '.' ? i : dot;
            afterSign = sign;
        }
        return !afterSign && at >= 0 && dot > at;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_+".indexOf(c) >= 0;
    }

    private static void checkDoubtful(String email, int at, FindingsCollector findings) {
        String unquoted = withoutQuotedName(email, at);
        boolean severalAddresses = containsAny(unquoted, ",;");
        if (severalAddresses) {
            warning("contains a comma or semicolon and looks like several addresses; give one address", findings);
        }
        if (containsAny(unquoted, "<>")) {
            warning("contains angle brackets; give the address alone, as name@domain", findings);
        }
        if (!severalAddresses && unquoted.indexOf('@') != unquoted.lastIndexOf('@')) {
            warning("contains more than one @; use name@domain", findings);
        }
        if (hasMisplacedDot(unquoted)) {
            warning("has two dots in a row, or a dot at the beginning or end of the name or the domain", findings);
        }
        if (email.indexOf('.', at) < 0) {
            warning("the domain of the e-mail address has no dot", findings);
        }
        if (UnicodeText.hasInvisible(email)) {
            warning("contains an invisible character; remove it", findings);
        }
        findings.checkStable(PATH, email);
    }

    /** Quotes allow any character in the name, such as {@code "a@b"@example.com}. */
    private static String withoutQuotedName(String email, int at) {
        boolean quoted = at > 1 && email.charAt(0) == '"' && email.charAt(at - 1) == '"';
        return quoted ? "quoted" + email.substring(at) : email;
    }

    private static boolean containsAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMisplacedDot(String email) {
        return email.startsWith(".")
                || email.endsWith(".")
                || email.contains("..")
                || email.contains(".@")
                || email.contains("@.");
    }

    private static void error(String message, FindingsCollector findings) {
        findings.error(PATH, INVALID, message);
    }

    private static void warning(String message, FindingsCollector findings) {
        findings.warning(PATH, INVALID, message);
    }
}
