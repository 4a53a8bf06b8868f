package io.handlekit.mock.internal.store;

import io.handlekit.customers.NewCustomer;

/**
 * The texts of a customer that a list searches and sorts by.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param companyName the company name, empty for an individual
 * @param email the e-mail address
 * @param comments the comments
 */
public record SearchTexts(String firstName, String lastName, String companyName, String email, String comments) {
    /** Returns the texts of a customer. */
    public static SearchTexts of(NewCustomer sections) {
        return new SearchTexts(
                sections.name().firstName(),
                sections.name().lastName(),
                sections.companyName(),
                sections.email(),
                sections.comments());
    }

    /** Returns the number of characters of all texts. */
    public int length() {
        return firstName.length() + lastName.length() + companyName.length() + email.length() + comments.length();
    }

    /** Shows nothing of the customer. */
    @Override
    public String toString() {
        return "SearchTexts";
    }
}
