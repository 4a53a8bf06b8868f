package io.handlekit.mock.internal.wire;

import org.jspecify.annotations.Nullable;

/** The bearer token in the header {@code Authorization}. */
public final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Returns the token in a value of the header; empty if there is none. */
    public static String in(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
    }
}
