package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.wire.Answer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A response that writes the answer of the handler as the last step, straight to the connection. It holds no thread while
 * the client reads slowly, and closes the connection of a client that takes too long.
 */
final class DirectResponse extends Response.Wrapper {
    private final long mostMillis;

    /**
     * Wraps a response.
     *
     * @param mostMillis how long a client may take to read a large answer
     */
    DirectResponse(Request request, Response wrapped, long mostMillis) {
        super(request, wrapped);
        this.mostMillis = mostMillis;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        boolean isEmpty = content == null || !content.hasRemaining();
        Object answer = last && isEmpty ? getRequest().removeAttribute(Answer.ATTRIBUTE) : null;
        if (answer instanceof Answer mine && !HttpStatus.hasNoBody(getStatus())) {
            write(mine, callback);
        } else {
            super.write(last, content, callback);
        }
    }

    private void write(Answer answer, Callback callback) {
        getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        List<byte[]> pieces = answer.pieces();
        if (HttpMethod.HEAD.is(getRequest().getMethod())) {
            super.write(true, null, callback);
        } else if (pieces.size() == 1) {
            super.write(true, ByteBuffer.wrap(pieces.get(0)), callback);
        } else {
            new Pieces(pieces, inTime(callback)).iterate();
        }
    }

    private Callback inTime(Callback callback) {
        EndPoint client = getRequest().getConnectionMetaData().getConnection().getEndPoint();
        Scheduler.Task deadline = getRequest()
                .getComponents()
                .getScheduler()
                .schedule(
                        () -> client.close(new TimeoutException("the client reads too slowly")),
                        mostMillis,
                        TimeUnit.MILLISECONDS);
        return Callback.from(deadline::cancel, callback);
    }

    /** Writes one piece after the other. */
    private final class Pieces extends IteratingNestedCallback {
        private final List<byte[]> pieces;
        private int written;

        Pieces(List<byte[]> pieces, Callback callback) {
            super(callback);
            this.pieces = pieces;
        }

        @Override
        protected Action process() {
            if (written == pieces.size()) {
                return Action.SUCCEEDED;
            }
            ByteBuffer piece = ByteBuffer.wrap(pieces.get(written));
            written++;
            DirectResponse.super.write(written == pieces.size(), piece, this);
            return Action.SCHEDULED;
        }
    }
}
