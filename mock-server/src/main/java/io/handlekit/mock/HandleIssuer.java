package io.handlekit.mock;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes handles as the recorded ones are: the first letters of first and last name, a number counted for each pair of
 * letters, a hyphen and the country. Numbers have six digits, and a seventh when six are used up.
 */
final class HandleIssuer {
    private static final int MILLION = 1_000_000;

    /** Latin letters that Unicode does not take apart into a plain one and a mark. */
    private static final Map<Character, Character> PLAIN =
            Map.of('Ø', 'O', 'Ł', 'L', 'Đ', 'D', 'Ð', 'D', 'Þ', 'T', 'Æ', 'A', 'Œ', 'O', 'ẞ', 'S', 'Ħ', 'H', 'Ŋ', 'N');

    private final int first;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    HandleIssuer(int first) {
        this.first = first;
    }

    CustomerHandle next(NewCustomer customer) {
        String letters = "" + letter(customer.name().firstName())
                + letter(customer.name().lastName());
        int number = numbers.merge(letters, first, (last, same) -> last + 1);
        return new CustomerHandle(
                letters + digits(number) + "-" + customer.address().country().toUpperCase(Locale.ROOT));
    }

    private static String digits(int number) {
        return number < MILLION ? Integer.toString(MILLION + number).substring(1) : Integer.toString(number);
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
