package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;

/**
 * The texts of a customer that a list searches and sorts by, and the rest of the name, in one string: as single ones, they
 * take three times the memory.
 */
final class SearchTexts {
    private final String all;
    private final int firstNameEnd;
    private final int lastNameEnd;
    private final int companyNameEnd;
    private final int emailEnd;
    private final int commentsEnd;
    private final int initialsEnd;

    SearchTexts(NewCustomer sections) {
        String firstName = sections.name().firstName();
        String lastName = sections.name().lastName();
        String initials = sections.name().initials();
        all = firstName
                + lastName
                + sections.companyName()
                + sections.email()
                + sections.comments()
                + initials
                + sections.name().prefix();
        firstNameEnd = firstName.length();
        lastNameEnd = firstNameEnd + lastName.length();
        companyNameEnd = lastNameEnd + sections.companyName().length();
        emailEnd = companyNameEnd + sections.email().length();
        commentsEnd = emailEnd + sections.comments().length();
        initialsEnd = commentsEnd + initials.length();
    }

    String firstName() {
        return all.substring(0, firstNameEnd);
    }

    String lastName() {
        return all.substring(firstNameEnd, lastNameEnd);
    }

    String companyName() {
        return all.substring(lastNameEnd, companyNameEnd);
    }

    String email() {
        return all.substring(companyNameEnd, emailEnd);
    }

    String comments() {
        return all.substring(emailEnd, commentsEnd);
    }

    /** Returns the customer with these texts alone. */
    NewCustomer outline() {
        return NewCustomer.builder()
                .name(new PersonName(
                        all.substring(commentsEnd, initialsEnd), firstName(), all.substring(initialsEnd), lastName()))
                .companyName(companyName())
                .email(email())
                .comments(comments())
                .build();
    }

    /** Returns true if there is a company name. */
    boolean isCompany() {
        return companyNameEnd > lastNameEnd;
    }

    int length() {
        return all.length();
    }

    /** Shows nothing of the customer. */
    @Override
    public String toString() {
        return "SearchTexts";
    }
}
