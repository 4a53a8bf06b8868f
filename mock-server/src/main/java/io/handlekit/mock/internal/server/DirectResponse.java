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
    private static final int TIMES_FOR_ALL_PIECES = 4;

    private final long patienceMillis;

    /**
     * Wraps a response.
     *
     * @param patienceMillis how long a client may take to read a piece; for all pieces of a large answer it has four
     *     times as long
     */
    DirectResponse(Request request, Response wrapped, long patienceMillis) {
        super(request, wrapped);
        this.patienceMillis = patienceMillis;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        boolean isEmpty = content == null || !content.hasRemaining();
        Object answer = last && isEmpty ? getRequest().removeAttribute(Answer.ATTRIBUTE) : null;
        if (answer instanceof Answer mine && !HttpStatus.hasNoBody(getStatus())) {
            write(mine, callback);
        } else {
            writePiece(last, content, callback);
        }
    }

    private void write(Answer answer, Callback callback) {
        getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        List<byte[]> pieces = answer.pieces();
        if (HttpMethod.HEAD.is(getRequest().getMethod())) {
            writePiece(true, null, callback);
        } else if (pieces.size() == 1) {
            writePiece(true, ByteBuffer.wrap(pieces.get(0)), callback);
        } else {
            Deadline deadline = new Deadline(callback);
            new Pieces(pieces, deadline).iterate();
            deadline.start(TIMES_FOR_ALL_PIECES * patienceMillis);
        }
    }

    private void writePiece(boolean last, @Nullable ByteBuffer piece, Callback callback) {
        Deadline deadline = new Deadline(callback);
        super.write(last, piece, deadline);
        deadline.start(patienceMillis);
    }

    /** A callback after which the connection is closed if it is not called in time. Most are called before they wait. */
    private final class Deadline extends Callback.Nested {
        private boolean isOver;
        private Scheduler.@Nullable Task close;

        Deadline(Callback callback) {
            super(callback);
        }

        synchronized void start(long millis) {
            if (!isOver) {
                EndPoint client =
                        getRequest().getConnectionMetaData().getConnection().getEndPoint();
                close = getRequest()
                        .getComponents()
                        .getScheduler()
                        .schedule(
                                () -> client.close(new TimeoutException("the client reads too slowly")),
                                millis,
                                TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void succeeded() {
            end();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            end();
            super.failed(failure);
        }

        /** Comes before the callback, after which the request is no longer there. */
        private synchronized void end() {
            isOver = true;
            if (close != null) {
                close.cancel();
            }
        }
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
            writePiece(written == pieces.size(), piece, this);
            return Action.SCHEDULED;
        }
    }
}
