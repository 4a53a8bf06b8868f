package io.handlekit.mock.internal.base;

import io.handlekit.customers.PersonName;

/** The full name that the service puts together from the parts of a name. */
public final class FullName {
    private FullName() {}

    /** Returns first name, prefix and last name, separated by spaces. */
    public static String of(PersonName name) {
        return name.prefix().isEmpty()
                ? name.firstName() + " " + name.lastName()
                : name.firstName() + " " + name.prefix() + " " + name.lastName();
    }
}
