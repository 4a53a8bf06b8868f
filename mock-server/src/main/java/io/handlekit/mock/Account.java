package io.handlekit.mock;

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

    /** Shows neither. */
    @Override
    public String toString() {
        return "Account[…]";
    }
}
