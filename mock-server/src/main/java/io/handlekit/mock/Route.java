package io.handlekit.mock;

import io.javalin.http.HandlerType;

/**
 * Something that the service can be asked for.
 *
 * @param method the HTTP method
 * @param path the path below the version
 * @param endpoint what answers
 */
record Route(HandlerType method, String path, Endpoint endpoint) {
    /** The one request that needs no token, and whose body is secrets. */
    static final String LOGIN = "/auth/login";

    boolean isLogin() {
        return path.equals(LOGIN);
    }

    /** Answers a request that has a good token. */
    @FunctionalInterface
    interface Endpoint {
        /**
         * Answers.
         *
         * @throws Refusal if the service says no
         * @throws WireFault if the request is not understood
         */
        Answer answer(Request request);
    }

    /** Shows what is served, which is no secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
