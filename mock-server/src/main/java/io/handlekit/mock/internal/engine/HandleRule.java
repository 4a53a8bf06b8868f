package io.handlekit.mock.internal.engine;

import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.store.HandleTemplate;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * The form of a handle, as recorded ones have it: the first letters of first and last name, a number that is counted for
 * each pair of letters, a hyphen and the country.
 */
final class HandleRule {
    private static final char NO_LETTER = 'X';

    /** Latin letters that Unicode does not decompose into a plain letter and a mark. */
    private static final Map<Character, Character> PLAIN = Map.ofEntries(
            Map.entry('Ø', 'O'),
            Map.entry('Ł', 'L'),
            Map.entry('Đ', 'D'),
            Map.entry('Ð', 'D'),
            Map.entry('Þ', 'T'),
            Map.entry('Æ', 'A'),
            Map.entry('Œ', 'O'),
            Map.entry('Ħ', 'H'),
            Map.entry('Ŋ', 'N'),
            Map.entry('Ŧ', 'T'),
            Map.entry('Ƶ', 'Z'),
            Map.entry('Ə', 'A'));

    private HandleRule() {}

    /** Returns the handle of a new customer, without its number. */
    static HandleTemplate template(NewCustomer customer) {
        String letters = "" + letter(customer.name().firstName())
                + letter(customer.name().lastName());
        return new HandleTemplate(letters, customer.address().country().toUpperCase(Locale.ROOT));
    }

    /** Returns the first Latin letter as a plain capital; X for a letter without a plain form, and for a name without Latin letters. */
    private static char letter(String name) {
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            int letter = name.codePointAt(at);
            if (Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN) {
                return capital(letter);
            }
        }
        return NO_LETTER;
    }

    private static char capital(int letter) {
        String upper = Character.toString(letter).toUpperCase(Locale.ROOT);
        char first = Normalizer.normalize(upper, Normalizer.Form.NFKD).charAt(0);
        char plain = PLAIN.getOrDefault(first, first);
        return plain >= 'A' && plain <= 'Z' ? plain : NO_LETTER;
    }
}
