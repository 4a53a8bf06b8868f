package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Customers who can be told from all others in the service: each field that can be looked at begins with a mark that
 * nobody else has in any field. Not from a generator, which would make the same mark again in another run.
 */
public final class MarkedCustomers {
    /** The fields that can be set and looked for. */
    public static final List<Field> FIELDS =
            List.of(Field.EMAIL, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY_NAME, Field.COMMENT);

    private final UUID id = UUID.randomUUID();
    private final String mark = "q" + id.toString().replace("-", "");
    private final String digits =
            String.format(Locale.ROOT, "%012d", Math.floorMod(id.getLeastSignificantBits(), 1_000_000_000_000L));

    /** The mark in one of {@link #FIELDS}. */
    public String mark(Field field) {
        return mark + (char) ('a' + FIELDS.indexOf(field));
    }

    /** A pattern that no other customer's text fits, but for one that is the same from the mark on. */
    public String pattern(Field field, Customer customer) {
        return "*" + StarPattern.texts(field, customer).get(0).substring(1);
    }

    /** The draft with a mark before each of its texts and at the end of each number; what is blank stays so. */
    public NewCustomer everywhere(NewCustomer draft) {
        return new MarkedText(mark, digits).in(draft);
    }

    /** Whether one of the marks is in this text, which is in small letters. */
    public boolean isIn(String text) {
        return text.contains(mark) || text.contains(digits);
    }

    /** Finds all who are marked. */
    public CustomerQuery query() {
        return CustomerQuery.all().where(Field.COMMENT, mark(Field.COMMENT) + "*");
    }

    /** The draft with a mark in each field and the text after it, in the notes on a line of its own. */
    public NewCustomer draft(NewCustomer draft, String text) {
        PersonName name = draft.name();
        return draft.toBuilder()
                .email(mark(Field.EMAIL) + "+" + forAnAddress(text) + "@example.com")
                .name(new PersonName(
                        name.initials(), mark(Field.FIRST_NAME) + text, name.prefix(), mark(Field.LAST_NAME) + text))
                .companyName(mark(Field.COMPANY_NAME) + text)
                .comments(mark(Field.COMMENT) + "\n" + text)
                .build();
    }

    private static String forAnAddress(String text) {
        return text.replaceAll("[^a-z0-9._?%-]", "");
    }

    /** The draft with these letters before the marks of first name, last name, company name and e-mail address. */
    public NewCustomer lettered(NewCustomer draft, List<String> letters) {
        NewCustomer plain = draft(draft, "a");
        PersonName name = plain.name();
        return plain.toBuilder()
                .name(new PersonName(
                        name.initials(),
                        letters.get(0) + name.firstName(),
                        name.prefix(),
                        letters.get(1) + name.lastName()))
                .companyName(letters.get(2) + plain.companyName())
                .email(letters.get(3) + plain.email())
                .build();
    }
}
