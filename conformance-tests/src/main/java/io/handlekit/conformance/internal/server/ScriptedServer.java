package io.handlekit.conformance.internal.server;

import io.handlekit.conformance.internal.check.Patience;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLServerSocket;

/**
 * A server on raw sockets that treats each request as a script says: it may answer, break off, reset or stay silent. It
 * reads from every connection all the time, so it sees when a client closes one.
 */
public final class ScriptedServer implements AutoCloseable {
    /** The time that a transport may take to close a connection after a call was cancelled or the transport closed. */
    public static final int DISCONNECT_SECONDS = 10;

    static final String THREADS = "scripted server";
    private static final int BACKLOG = 2_000;
    private static final int PATIENCE_SECONDS = 30;

    private final ServerSocket server;
    private final Script script;
    private final boolean readsFirst;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<ServedRequest> busy = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    /** The server's treatment of a request that it has read. */
    public interface Script {
        /** Treats one request. The server then closes its side, unless {@link ServedRequest#keepOpen} was called. */
        void serve(ServedRequest request) throws IOException;
    }

    /** Starts a server on a free port of the loopback interface. */
    public ScriptedServer(Script script) throws IOException {
        this(listening(), script, true);
    }

    /** Starts a server on the caller's socket, for example one for TLS. */
    public ScriptedServer(ServerSocket server, Script script) {
        this(server, script, true);
    }

    private ScriptedServer(ServerSocket server, Script script, boolean readsFirst) {
        this.server = server;
        this.script = script;
        this.readsFirst = readsFirst;
        daemon(this::accept);
    }

    /** Starts a server that runs its script once for each new connection, before it has read anything. */
    public static ScriptedServer speakingFirst(Script script) throws IOException {
        return new ScriptedServer(listening(), script, false);
    }

    /** Starts a server that sends this reply to each request and keeps the connection open. */
    public static ScriptedServer replying(String reply) throws IOException {
        return new ScriptedServer(request -> {
            request.send(reply);
            request.keepOpen();
        });
    }

    /** Starts a server that replies to each request with its own body, once the latch is down. */
    public static ScriptedServer echoing(CountDownLatch together) throws IOException {
        return new ScriptedServer(request -> {
            request.await(together);
            request.send(Replies.ok(request.body()));
            request.keepOpen();
        });
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** Returns the URI of a path on this server: {@code https} if its socket is one for TLS. */
    public URI uri(String path) {
        String scheme = server instanceof SSLServerSocket ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** Returns head and body of each request that was read completely. The list can be changed. */
    public List<String> requests() {
        return requests;
    }

    /** Verifies that at least this many connections have been made and that the clients close all of them. */
    public void awaitDisconnect(int connections) {
        awaitDisconnect(connections, DISCONNECT_SECONDS);
    }

    /** Verifies the same within another time. */
    public void awaitDisconnect(int connections, int seconds) {
        await(() -> accepted.get() >= connections && isDisconnected(), connections + " closed connections", seconds);
    }

    /** Returns a line for each connection that a client has open. */
    List<String> openConnections() {
        return open.stream()
                .map(socket -> "a connection to " + uri("") + " from port " + socket.getPort())
                .sorted()
                .toList();
    }

    /** Returns true if no client has a connection open. */
    public boolean isDisconnected() {
        return open.isEmpty();
    }

    /** Verifies that a client connects. */
    public void awaitConnection() {
        await(() -> accepted.get() > 0, "a connection", PATIENCE_SECONDS);
    }

    /** Verifies that every script ends, so that no client waits for a reply. */
    public void awaitIdle() {
        await(busy::isEmpty, "the end of every script", PATIENCE_SECONDS);
    }

    private void await(BooleanSupplier state, String expected, int seconds) {
        if (!Patience.until(state, seconds)) {
            throw new AssertionError("expected " + expected + " within " + seconds + " s, got " + accepted
                    + " connections, of which " + open.size() + " are open, and " + busy.size() + " requests at work");
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                accepted.incrementAndGet();
                if (server.isClosed()) {
                    // close() may have run between accept and add, and missed this socket.
                    socket.close();
                }
                daemon(() -> attend(socket));
            }
        } catch (IOException closed) {
            // The server was closed: the rule is over.
        }
    }

    private void attend(Socket socket) {
        List<ServedRequest> served = new ArrayList<>();
        try (socket) {
            if (!readsFirst) {
                serve(new ServedRequest(socket, ""));
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String text = ServedRequest.read(in); !text.isEmpty(); text = ServedRequest.read(in)) {
                ServedRequest request = new ServedRequest(socket, text);
                served.add(request);
                busy.add(request);
                requests.add(text);
                daemon(() -> serve(request));
            }
        } catch (IOException broken) {
            // The client has closed or reset the connection.
        } finally {
            open.remove(socket);
            served.forEach(busy::remove);
        }
    }

    private void serve(ServedRequest request) {
        try {
            script.serve(request);
            request.finish();
        } catch (IOException broken) {
            // attend() reads from the same connection and sees its end.
        } finally {
            busy.remove(request);
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
