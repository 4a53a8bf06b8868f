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

/** The connection of a request, for answers that an HTTP server would not send. */
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

    /** Takes the connection from the server, and disables its idle timeout until {@link #giveBack}. */
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

    /** Returns the server's thread pool. */
    Executor executor() {
        return executor;
    }

    /** Returns true if the server still runs. A server that stops takes back its threads and requests. */
    boolean isServed() {
        return server.isRunning();
    }

    /** Gives the connection back to the server, and restores its idle timeout. */
    void giveBack() {
        endPoint.setIdleTimeout(idleMillis);
    }

    /** Sends these bytes, bypassing the server. */
    CompletableFuture<Void> send(byte[] bytes) {
        Callback.Completable sent = new Callback.Completable();
        endPoint.write(sent, ByteBuffer.wrap(bytes));
        return sent;
    }

    /** Returns a future that completes when the client sends more bytes or closes the connection. */
    CompletableFuture<Void> heard() {
        Callback.Completable heard = new Callback.Completable();
        if (!endPoint.tryFillInterested(heard)) {
            heard.succeeded();
        }
        return heard;
    }

    /** Closes the connection gracefully: sent bytes arrive, unless the client sends without end. */
    void close() {
        try {
            ByteBuffer scratch = BufferUtil.allocate(SCRATCH_BYTES);
            // Closing with unread bytes would reset the connection.
            int left = MOST_UNREAD_BYTES;
            int read = endPoint.fill(scratch);
            while (read > 0 && left > 0) {
                left -= read;
                BufferUtil.clear(scratch);
                read = endPoint.fill(scratch);
            }
        } catch (IOException gone) {
            // Closed below.
        }
        endPoint.close();
    }

    /** Closes the connection with a TCP reset. Sent bytes may not arrive. */
    CompletableFuture<Void> reset() {
        Object channel = endPoint;
        while (channel instanceof EndPoint layer) {
            channel = layer.getTransport();
        }
        try {
            ((SocketChannel) channel).setOption(StandardSocketOptions.SO_LINGER, 0);
            ((SocketChannel) channel).close();
        } catch (IOException gone) {
            // Closed below.
        }
        endPoint.close();
        return CompletableFuture.completedFuture(null);
    }
}
