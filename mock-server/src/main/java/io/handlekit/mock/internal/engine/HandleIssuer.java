package io.handlekit.mock.internal.engine;

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
public final class HandleIssuer {
    private static final int MILLION = 1_000_000;

    private static final char NO_LETTER = 'X';

    /** Latin letters that Unicode does not take apart into a plain one and a mark. */
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

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /**
     * A handle that has not been there.
     *
     * @param first the number of the first handle of a pair of letters
     */
    public CustomerHandle next(NewCustomer customer, int first) {
        String letters = "" + letter(customer.name().firstName())
                + letter(customer.name().lastName());
        int number = numbers.merge(letters, first, (last, same) -> last + 1);
        return new CustomerHandle(
                letters + digits(number) + "-" + customer.address().country().toUpperCase(Locale.ROOT));
    }

    private static String digits(int number) {
        return number < MILLION ? Integer.toString(MILLION + number).substring(1) : Integer.toString(number);
    }

    /** The first Latin letter, as a plain capital; X for one that has no plain form, and for a name without any. */
    private static char letter(String name) {
        return name.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .mapToObj(HandleIssuer::capital)
                .findFirst()
                .orElse(NO_LETTER);
    }

    private static char capital(int letter) {
        String upper = Character.toString(letter).toUpperCase(Locale.ROOT);
        char first = Normalizer.normalize(upper, Normalizer.Form.NFKD).charAt(0);
        char plain = PLAIN.getOrDefault(first, first);
        return plain >= 'A' && plain <= 'Z' ? plain : NO_LETTER;
    }
}
