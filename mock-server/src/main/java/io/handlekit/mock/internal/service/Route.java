package io.handlekit.mock.internal.service;

import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.javalin.http.HandlerType;

/**
 * Something that the service can be asked for.
 *
 * @param method the HTTP method
 * @param path the path below the version
 * @param endpoint what answers
 */
public record Route(HandlerType method, String path, Endpoint endpoint) {
    public boolean isLogin() {
        return path.equals(ServicePaths.LOGIN);
    }

    /** Answers a request that has a good token. */
    @FunctionalInterface
    public interface Endpoint {
        /**
         * Answers.
         *
         * @throws VendorError if the service says no
         * @throws BadRequest if the request is not understood
         */
        Answer answer(Request request);
    }

    /** Shows what is served, which is no secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
