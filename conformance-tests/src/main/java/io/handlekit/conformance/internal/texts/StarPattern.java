package io.handlekit.conformance.internal.texts;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerQuery.Field;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern of a list query: each star stands for any text, including an empty one.
 *
 * @param text the pattern
 */
public record StarPattern(String text) {
    /**
     * Returns patterns for a text with stars at the end, around, in the middle and at the start.
     *
     * @param head the beginning of the text, shorter than the text
     * @param whole the text
     */
    public static List<StarPattern> allOf(String head, String whole) {
        String half = head.substring(0, head.length() / 2);
        return Stream.of(
                        head + "*",
                        "*" + head.substring(1) + "*",
                        half + "*" + whole.substring(head.length()),
                        "*" + head)
                .map(StarPattern::new)
                .toList();
    }

    /** Returns true if the field of this customer matches; for {@code ANY_NAME}, if one of the names does. */
    public boolean matches(Field field, Customer customer) {
        Pattern pattern = Pattern.compile(
                Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
        return texts(field, customer).stream()
                .anyMatch(text -> pattern.matcher(text).matches());
    }

    /** Returns the texts that a pattern for the field is compared with. */
    public static List<String> texts(Field field, Customer customer) {
        String handle = customer.handle().value();
        String firstName = customer.name().firstName();
        String lastName = customer.name().lastName();
        return switch (field) {
            case HANDLE -> List.of(handle);
            case EMAIL -> List.of(customer.email());
            case FIRST_NAME -> List.of(firstName);
            case LAST_NAME -> List.of(lastName);
            case COMPANY_NAME -> List.of(customer.companyName());
            case COMMENT -> List.of(customer.comments());
            case ANY_NAME -> List.of(firstName, lastName, customer.companyName(), handle);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
