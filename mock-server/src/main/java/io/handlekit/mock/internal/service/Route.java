package io.handlekit.mock.internal.service;

import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.javalin.http.HandlerType;

/**
 * A method and path that is served.
 *
 * @param method the HTTP method
 * @param path the path below the version
 * @param endpoint the endpoint that answers
 */
public record Route(HandlerType method, String path, Endpoint endpoint) {
    /** Returns true for the login, which needs no token. */
    public boolean isLogin() {
        return path.equals(ServicePaths.LOGIN);
    }

    /** The answer to a request that was admitted. */
    @FunctionalInterface
    public interface Endpoint {
        /**
         * Answers a request.
         *
         * @throws VendorError if the service refuses it
         * @throws BadRequest if it is not understood
         */
        Answer answer(Request request);
    }

    /** Shows method and path. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
