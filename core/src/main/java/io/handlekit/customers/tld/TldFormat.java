package io.handlekit.customers.tld;

import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.internal.Dates;
import io.handlekit.customers.validation.internal.RefusedMailboxes;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A format of a text.
 *
 * <pre>{@code
 * TldFormat.DATE.matches("1970-01-01"); // true
 * TldFormat.DATE.description();         // a date of the form YYYY-MM-DD
 * TldFormat.DATE.example();             // 1970-01-31
 * }</pre>
 */
public final class TldFormat {
    /** A date, {@code YYYY-MM-DD}. */
    public static final TldFormat DATE =
            new TldFormat("date", "1970-01-31", "a date of the form YYYY-MM-DD", Dates::isDate);

    /** A country code of ISO 3166-1: two capital letters. */
    public static final TldFormat COUNTRY =
            new TldFormat("country", "NL", "a country code of ISO 3166-1", Countries::isCode);

    /** A web address with {@code http} or {@code https}. */
    public static final TldFormat URL = new TldFormat(
            "url",
            "https://example.com",
            "a web address such as https://example.com",
            text -> text.startsWith("http://") || text.startsWith("https://"));

    /** An e-mail address at none of the ten mailbox providers that are refused for {@code .in}. */
    public static final TldFormat MAILBOX = new TldFormat(
            "mailbox",
            "ada@example.com",
            "an address at a mailbox provider that is accepted for .in",
            text -> !RefusedMailboxes.contains(text));

    /** The formats that the table uses without defining them, by name. */
    static final Map<String, TldFormat> BUILT_IN =
            Map.of(DATE.name, DATE, COUNTRY.name, COUNTRY, URL.name, URL, MAILBOX.name, MAILBOX);

    private final String name;
    private final String example;
    private final String description;
    private final Predicate<String> test;

    private TldFormat(String name, String example, String description, Predicate<String> test) {
        this.name = name;
        this.example = example;
        this.description = description;
        this.test = test;
    }

    static TldFormat pattern(String name, String example, String regex, String description) {
        return new TldFormat(
                name,
                example,
                description,
                Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate());
    }

    /** Returns true if the text has this format. */
    public boolean matches(String text) {
        return test.test(Objects.requireNonNull(text, "text"));
    }

    /** Returns a description that starts with an article, such as {@code a date of the form YYYY-MM-DD}. */
    public String description() {
        return description;
    }

    /** Returns a text that has this format. */
    public String example() {
        return example;
    }

    /** Returns the name that the table uses for the format. */
    @Override
    public String toString() {
        return name;
    }
}
