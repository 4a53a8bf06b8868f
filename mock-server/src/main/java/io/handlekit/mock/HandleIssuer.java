package io.handlekit.mock;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes handles as the recorded ones are: the first letters of first and last name, a number counted for each pair of
 * letters, a hyphen and the country. Numbers start at 900001 and grow a seventh digit when six are used up.
 */
final class HandleIssuer {
    private static final int BEFORE_FIRST = 900_000;

    /** Latin letters that Unicode does not take apart into a plain one and a mark. */
    private static final Map<Character, Character> PLAIN =
            Map.of('Ø', 'O', 'Ł', 'L', 'Đ', 'D', 'Ð', 'D', 'Þ', 'T', 'Æ', 'A', 'Œ', 'O', 'ẞ', 'S', 'Ħ', 'H', 'Ŋ', 'N');

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    CustomerHandle next(NewCustomer customer) {
        String letters = "" + letter(customer.name().firstName())
                + letter(customer.name().lastName());
        int number = numbers.merge(letters, BEFORE_FIRST + 1, (last, first) -> last + 1);
        return new CustomerHandle(
                letters + number + "-" + customer.address().country().toUpperCase(Locale.ROOT));
    }

    void reset() {
        numbers.clear();
    }

    /** The first Latin letter, as a plain capital; X for a name without one. */
    private static char letter(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = capital(name.charAt(i));
            if (letter >= 'A' && letter <= 'Z') {
                return letter;
            }
        }
        return 'X';
    }

    private static char capital(char c) {
        char upper = c == 'ß' ? 'ẞ' : Character.toUpperCase(c);
        if (upper < 128) {
            return upper;
        }
        char plain =
                Normalizer.normalize(String.valueOf(upper), Normalizer.Form.NFD).charAt(0);
        return PLAIN.getOrDefault(plain, plain);
    }
}
