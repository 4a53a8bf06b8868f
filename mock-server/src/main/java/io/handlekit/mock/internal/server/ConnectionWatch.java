package io.handlekit.mock.internal.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.Container;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A watch that closes connections whose request does not come: new ones that send nothing, and ones that send a head too
 * slowly. A connection that was used may stay idle, because clients keep such connections.
 *
 * <p>It also closes all connections when their connector stops. Jetty would fail their requests from another thread than
 * the one that reads and answers them, and log the exceptions that follow.
 */
final class ConnectionWatch implements Connection.Listener, LifeCycle.Listener {
    private static final int LOOKS = 4;

    private final long patienceMillis;
    private final Map<Connection, Waiting> all = new ConcurrentHashMap<>();
    private volatile boolean isStopping;

    ConnectionWatch(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Watches the connections of a server while it runs. */
    void watch(Server server) {
        for (Connector connector : server.getConnectors()) {
            Container.addBean(connector, this);
            connector.addEventListener(this);
        }
        lookAgain(server);
    }

    private void lookAgain(Server server) {
        Scheduler scheduler = server.getScheduler();
        scheduler.schedule(
                () -> {
                    look();
                    if (server.isRunning()) {
                        lookAgain(server);
                    }
                },
                Math.max(1, patienceMillis / LOOKS),
                TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        all.forEach((connection, waiting) -> {
            if (waiting.isTooLong(connection.getBytesIn(), now)) {
                connection.getEndPoint().close(new TimeoutException("no request came"));
            }
        });
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            all.put(connection, new Waiting());
        }
        if (isStopping) {
            connection.getEndPoint().close();
        }
    }

    @Override
    public void lifeCycleStopping(LifeCycle connector) {
        isStopping = true;
        all.keySet().forEach(connection -> connection.getEndPoint().close());
    }

    @Override
    public void onClosed(Connection connection) {
        all.remove(connection);
    }

    /** Notes that a request came. */
    void begin(Connection connection) {
        Waiting waiting = all.get(connection);
        if (waiting != null) {
            waiting.isOver = true;
        }
    }

    /** Notes that the request was answered. */
    void end(Connection connection) {
        Waiting waiting = all.get(connection);
        if (waiting != null) {
            waiting.again(connection.getBytesIn());
        }
    }

    /** The wait of one connection for its next request. */
    private final class Waiting {
        private volatile boolean isOver;
        private volatile boolean isFirst = true;
        private volatile long bytesBefore;
        private volatile long since = System.nanoTime();

        void again(long bytes) {
            isFirst = false;
            bytesBefore = bytes;
            isOver = false;
        }

        /** Returns true if the next request takes too long. It begins with its first byte. */
        boolean isTooLong(long bytes, long now) {
            boolean began = isFirst || bytes > bytesBefore;
            if (isOver || !began) {
                since = now;
                return false;
            }
            return now - since > TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        }
    }
}
