package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.NewCustomer;

/** The texts of a customer that a list searches and sorts by, in one string: as five, they take three times the memory. */
final class SearchTexts {
    private final String all;
    private final int firstNameEnd;
    private final int lastNameEnd;
    private final int companyNameEnd;
    private final int emailEnd;

    SearchTexts(NewCustomer sections) {
        String firstName = sections.name().firstName();
        String lastName = sections.name().lastName();
        all = firstName + lastName + sections.companyName() + sections.email() + sections.comments();
        firstNameEnd = firstName.length();
        lastNameEnd = firstNameEnd + lastName.length();
        companyNameEnd = lastNameEnd + sections.companyName().length();
        emailEnd = companyNameEnd + sections.email().length();
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
        return all.substring(emailEnd);
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
