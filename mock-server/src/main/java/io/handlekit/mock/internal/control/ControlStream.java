package io.handlekit.mock.internal.control;

import io.javalin.http.Handler;

/**
 * A GET of the control API that writes its answer piece by piece.
 *
 * @param path the path below the control API
 * @param contentType the content type of the answer
 * @param handler writes the answer
 */
record ControlStream(String path, String contentType, Handler handler) {
    /** Shows the path. */
    @Override
    public String toString() {
        return path;
    }
}
