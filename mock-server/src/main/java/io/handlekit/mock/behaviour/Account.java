package io.handlekit.mock.behaviour;

import java.util.Objects;

/**
 * Who may log in to a mock that does not let everybody in.
 *
 * <pre>{@code Behaviour.defaults().account(new Account("reseller", "secret"));}</pre>
 *
 * @param user the user's name, not empty
 * @param password the password, not empty
 */
public record Account(String user, String password) {
    /**
     * Refuses what nobody could log in with.
     *
     * @throws IllegalArgumentException if one of them is empty
     */
    public Account {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (user.isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException("an account has a user and a password");
        }
    }

    /**
     * The account written as {@code user:password}; the password may have colons.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Account parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("an account is written as user:password");
        }
        return new Account(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Shows neither. */
    @Override
    public String toString() {
        return "Account[…]";
    }
}
