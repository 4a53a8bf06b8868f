package io.handlekit.mock.behaviour;

import java.util.Objects;

/**
 * The only account that may log in to a mock. Without one, any user name and password may.
 *
 * <pre>{@code Behaviour.defaults().account(new Account("reseller", "secret"));}</pre>
 *
 * @param user the user name, not empty
 * @param password the password, not empty
 */
public record Account(String user, String password) {
    /**
     * Creates an account.
     *
     * @throws IllegalArgumentException if the user name or the password is empty
     */
    public Account {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (user.isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException("the user name and the password must not be empty");
        }
    }

    /**
     * Parses an account written as {@code user:password}. The password may contain colons.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Account parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("account must be written as user:password");
        }
        return new Account(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Hides user name and password. */
    @Override
    public String toString() {
        return "Account[…]";
    }
}
