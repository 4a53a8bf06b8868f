package io.handlekit.customers.validation;

/** The format of ICU locale names: {@code nl}, {@code nl_NL}, {@code az_Latn_AZ}. */
final class Locales {
    private Locales() {}

    /**
     * Returns true if the text is two or three letters, then parts of two to eight letters or digits after underscores.
     */
    static boolean isName(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '_') {
                int length = i - start;
                if (length < 2 || length > (start == 0 ? 3 : 8)) {
                    return false;
                }
                start = i + 1;
            } else if (!isPartOfName(text.charAt(i), start == 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPartOfName(char c, boolean language) {
        return (c >= 'a' && c <= 'z') || (!language && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')));
    }
}
