package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Envelope;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The answers to requests that are not HTTP, or whose head is refused. They say nothing of the request. */
final class BareErrors extends ErrorHandler {
    private static final int SCRATCH_BYTES = 16 * 1024;
    private static final int MOST_UNREAD_BYTES = 1024 * 1024;

    private final Health health;

    BareErrors(Health health) {
        this.health = health;
    }

    /** Refuses a path with a broken escape. Other odd paths are unknown routes. */
    static void refuseOddPaths(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.LEGACY.without(
                "WHOLE_ESCAPES",
                Violation.UTF16_ENCODINGS,
                Violation.BAD_PERCENT_ENCODING,
                Violation.BAD_UTF8_ENCODING,
                Violation.TRUNCATED_UTF8_ENCODING));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getAttribute(ERROR_EXCEPTION) instanceof Throwable failure) {
            health.failed(failure);
        }
        int status = response.getStatus();
        Answer answer = Envelope.bare(status, kind(status), desc(status));
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.write(true, ByteBuffer.wrap(answer.body()), Callback.from(() -> drain(request), callback));
        return true;
    }

    private static BadRequest.Kind kind(int status) {
        return status < HttpStatus.INTERNAL_SERVER_ERROR_500 ? BadRequest.Kind.MALFORMED_HEAD : BadRequest.Kind.DEFECT;
    }

    private static String desc(int status) {
        return switch (status) {
            case HttpStatus.URI_TOO_LONG_414 -> "the path and query are too long";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "the headers are too large";
            case HttpStatus.BAD_REQUEST_400 -> "the request is malformed, or its path has a broken escape";
            default -> String.valueOf(HttpStatus.getMessage(status));
        };
    }

    /** Reads what the client has sent. Closing with unread bytes would reset the connection, and lose the answer. */
    private static void drain(Request request) {
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        ByteBuffer scratch = BufferUtil.allocate(SCRATCH_BYTES);
        try {
            int left = MOST_UNREAD_BYTES;
            int read = client.fill(scratch);
            while (read > 0 && left > 0) {
                left -= read;
                BufferUtil.clear(scratch);
                read = client.fill(scratch);
            }
        } catch (IOException gone) {
            // The connection is closed next.
        }
    }
}
