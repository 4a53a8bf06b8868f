package io.handlekit.conformance.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLServerSocket;

/**
 * A server of raw sockets that does to each request what a rule tells it. It goes on reading all the while, so that it
 * knows which connections its clients have closed.
 */
public final class RudeServer implements AutoCloseable {
    static final String THREADS = "rude server";
    private static final int BACKLOG = 2_000;
    private static final int PATIENCE_SECONDS = 30;

    private final ServerSocket server;
    private final Manners manners;
    private final boolean listens;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<ServedRequest> busy = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private int accepted;

    /** What to do with a request once it has been read. The server then hangs up, unless it was told to stay. */
    public interface Manners {
        void serve(ServedRequest visit) throws IOException;
    }

    public RudeServer(Manners manners) throws IOException {
        this(listening(), manners, true);
    }

    /** On a socket of the caller's, such as one for TLS. */
    public RudeServer(ServerSocket server, Manners manners) {
        this(server, manners, true);
    }

    private RudeServer(ServerSocket server, Manners manners, boolean listens) {
        this.server = server;
        this.manners = manners;
        this.listens = listens;
        daemon(this::accept);
    }

    /** One that speaks before it has heard anything. */
    public static RudeServer interrupting(Manners manners) throws IOException {
        return new RudeServer(listening(), manners, false);
    }

    /** One that says this to each request, and keeps the connection. */
    public static RudeServer saying(String reply) throws IOException {
        return new RudeServer(visit -> {
            visit.say(reply);
            visit.stay();
        });
    }

    /** One that says to each request its own body, all when the latch is down, and keeps the connection. */
    static RudeServer echoing(CountDownLatch together) throws IOException {
        return new RudeServer(visit -> {
            visit.await(together);
            visit.say(Replies.ok(visit.body()));
            visit.stay();
        });
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** A path on this server, over TLS if it is one for TLS. */
    public URI uri(String path) {
        String scheme = server instanceof SSLServerSocket ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** Head and body of each request that was read whole. */
    public List<String> requests() {
        return requests;
    }

    /** Waits until clients have closed all connections, and as many as this have been made. */
    public void mustBeLeftAfter(int connections) throws InterruptedException {
        mustBeLeftAfter(connections, LeftoverThreads.PATIENCE_SECONDS);
    }

    /** The same, with more or less patience. */
    public void mustBeLeftAfter(int connections, int seconds) throws InterruptedException {
        await(() -> accepted >= connections && open.isEmpty(), "left after " + connections + " connections", seconds);
    }

    /** Waits until somebody has connected. */
    void mustBeVisited() throws InterruptedException {
        await(() -> accepted > 0, "visited", PATIENCE_SECONDS);
    }

    /** Waits until no client waits for a reply, and the server has hung up wherever it meant to. */
    void mustBeIdle() throws InterruptedException {
        await(busy::isEmpty, "idle", PATIENCE_SECONDS);
    }

    private synchronized void await(BooleanSupplier state, String what, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!state.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("it had to be " + what + " within " + seconds + " s; of " + accepted
                        + " connections " + open.size() + " are open and " + busy.size() + " wait for a reply");
            }
            wait(left);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                enter(socket);
                daemon(() -> attend(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private synchronized void enter(Socket socket) throws IOException {
        accepted++;
        open.add(socket);
        // Or else close() may have come between, and missed this one.
        if (server.isClosed()) {
            socket.close();
        }
        notifyAll();
    }

    private synchronized void leave(Socket socket, List<ServedRequest> visits) {
        open.remove(socket);
        visits.forEach(busy::remove);
        notifyAll();
    }

    private synchronized void finish(ServedRequest visit) {
        busy.remove(visit);
        notifyAll();
    }

    private void attend(Socket socket) {
        List<ServedRequest> visits = new ArrayList<>();
        try (socket) {
            if (!listens) {
                serve(new ServedRequest(socket, ""));
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String request = ServedRequest.read(in); !request.isEmpty(); request = ServedRequest.read(in)) {
                ServedRequest visit = new ServedRequest(socket, request);
                visits.add(visit);
                busy.add(visit);
                requests.add(request);
                daemon(() -> serve(visit));
            }
        } catch (IOException broken) {
            // The client has gone, in its own way.
        } finally {
            leave(socket, visits);
        }
    }

    private void serve(ServedRequest visit) {
        try {
            manners.serve(visit);
            visit.end();
        } catch (IOException broken) {
            // Whoever reads from this connection will notice.
        } finally {
            finish(visit);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, THREADS);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
