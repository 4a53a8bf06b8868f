package io.handlekit.mock.behaviour;

import java.util.Locale;

/**
 * A version of Openprovider's API. The mock serves all of them at once, on the same customers.
 *
 * <pre>{@code
 * mock.baseUri();                  // http://127.0.0.1:49152/v1
 * mock.baseUri(ApiVersion.V1BETA); // http://127.0.0.1:49152/v1beta
 * }</pre>
 */
public enum ApiVersion {
    /** The version in use. */
    V1,
    /** The older version: closed to new integrations since September 2026, and switched off on 30 June 2027. */
    V1BETA;

    private final String path = "/" + word();

    /** Returns the name, such as {@code v1}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the path that all calls of this version begin with, such as {@code /v1}. */
    public String path() {
        return path;
    }
}
