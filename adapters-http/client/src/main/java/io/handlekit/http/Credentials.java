package io.handlekit.http;

import io.handlekit.http.internal.base.HeaderText;
import java.util.Objects;

/**
 * The credentials of a user of the service: a token, or a user name and password to obtain one.
 *
 * <pre>{@code
 * Credentials.token(System.getenv("OPENPROVIDER_TOKEN"));
 * Credentials.login("reseller", password);
 * Credentials.from(refused -> vault.token(refused));
 * }</pre>
 */
public sealed interface Credentials {
    /**
     * Returns credentials with a token that you obtained elsewhere. Calls fail as {@code NotAuthenticated} once the
     * service refuses it.
     *
     * @throws IllegalArgumentException if the token is not printable ASCII without spaces
     */
    static Credentials token(String token) {
        return new Token(token);
    }

    /** Returns credentials that log in. The client keeps the token and renews it when the service refuses it. */
    static Credentials login(String username, String password) {
        return new Login(username, password, "");
    }

    /**
     * Returns credentials that log in for a token that is valid from one IP address.
     *
     * @param ip the address, or {@code 0.0.0.0} for any (article Getting started)
     */
    static Credentials login(String username, String password, String ip) {
        return new Login(username, password, ip);
    }

    /** Returns credentials with tokens from the application's own source. */
    static Credentials from(TokenSource source) {
        return new Source(source);
    }

    /**
     * A source of tokens. See {@link Credentials} for an example.
     *
     * @param tokens the source
     */
    record Source(TokenSource tokens) implements Credentials {
        /** Creates credentials; refuses only {@code null}. */
        public Source {
            Objects.requireNonNull(tokens, "tokens");
        }

        @Override
        public String toString() {
            return "Source[hidden]";
        }
    }

    /**
     * A token. See {@link Credentials} for an example.
     *
     * @param value the token
     */
    record Token(String value) implements Credentials {
        /**
         * Creates credentials.
         *
         * @throws IllegalArgumentException if the token is not printable ASCII without spaces; the message does not
         *     repeat it
         */
        public Token {
            if (!HeaderText.isToken(value)) {
                throw new IllegalArgumentException("the token must be printable ASCII without spaces");
            }
        }

        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /**
     * A user name and password. See {@link Credentials} for an example.
     *
     * @param username the user name
     * @param password the password
     * @param ip the address that the token is valid from, or empty
     */
    record Login(String username, String password, String ip) implements Credentials {
        /** Creates credentials; refuses only {@code null}. */
        public Login {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(ip, "ip");
        }

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }
}
