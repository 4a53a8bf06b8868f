package io.handlekit.mock.internal.faults;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The connection beneath a request, for what no HTTP server does of its own will. */
final class RawConnection {
    private static final int SCRATCH_BYTES = 16 * 1024;
    private static final int MOST_UNREAD_BYTES = 16 * 1024 * 1024;

    private final EndPoint endPoint;
    private final Executor executor;
    private final Server server;
    private final long idleMillis;

    RawConnection(EndPoint endPoint, Executor executor, Server server) {
        this.endPoint = endPoint;
        this.executor = executor;
        this.server = server;
        idleMillis = endPoint.getIdleTimeout();
    }

    /** Takes it from the server, which may not end it for being idle until it is given back. */
    static RawConnection of(Context ctx) {
        ServletContextRequest request = ServletContextRequest.getServletContextRequest(ctx.req());
        ConnectionMetaData connection = request.getConnectionMetaData();
        EndPoint endPoint = connection.getConnection().getEndPoint();
        RawConnection line = new RawConnection(
                endPoint,
                request.getComponents().getExecutor(),
                connection.getConnector().getServer());
        endPoint.setIdleTimeout(0);
        return line;
    }

    /** The server's threads. */
    Executor executor() {
        return executor;
    }

    /** Whether the server still is what it was: one that stops takes threads and requests away from who uses them. */
    boolean isServed() {
        return server.isRunning();
    }

    /** Gives it back to the server, which may end it when it is idle. */
    void giveBack() {
        endPoint.setIdleTimeout(idleMillis);
    }

    /** Sends these bytes, whatever the server thinks has to be sent. */
    CompletableFuture<Void> send(byte[] bytes) {
        Callback.Completable sent = new Callback.Completable();
        endPoint.write(sent, ByteBuffer.wrap(bytes));
        return sent;
    }

    /** Completes when the client has left or sends more. */
    CompletableFuture<Void> heard() {
        Callback.Completable heard = new Callback.Completable();
        if (!endPoint.tryFillInterested(heard)) {
            heard.succeeded();
        }
        return heard;
    }

    /** Ends it in good order: what is sent arrives, unless the client goes on and on sending. */
    void close() {
        try {
            ByteBuffer scratch = BufferUtil.allocate(SCRATCH_BYTES);
            // Closing with something unread would be a reset.
            int left = MOST_UNREAD_BYTES;
            int read = endPoint.fill(scratch);
            while (read > 0 && left > 0) {
                left -= read;
                BufferUtil.clear(scratch);
                read = endPoint.fill(scratch);
            }
        } catch (IOException gone) {
            // Closed below all the same.
        }
        endPoint.close();
    }

    /** Ends it with a TCP reset: what is sent may not arrive. */
    CompletableFuture<Void> reset() {
        Object channel = endPoint;
        while (channel instanceof EndPoint layer) {
            channel = layer.getTransport();
        }
        try {
            ((SocketChannel) channel).setOption(StandardSocketOptions.SO_LINGER, 0);
            ((SocketChannel) channel).close();
        } catch (IOException gone) {
            // Closed below all the same.
        }
        endPoint.close();
        return CompletableFuture.completedFuture(null);
    }
}
