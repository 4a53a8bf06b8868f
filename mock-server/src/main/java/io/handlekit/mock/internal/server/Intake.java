package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.control.ControlApi;
import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.service.ReceivedBody;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kotlin.LazyKt;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of every request. It receives the body before any other handler runs, so that a slow client holds
 * memory, within bounds and for a bounded time, but no thread.
 */
public final class Intake extends Handler.Wrapper {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_MEBIBYTES = 1;
    private static final int MOST_CONTROL_MEBIBYTES = 16;

    private final MemoryBudget budget;
    private final Health health;
    private final long patienceMillis;
    private final ConnectionWatch connections;

    public Intake(MemoryBudget budget, Health health) {
        this(budget, health, PATIENCE);
    }

    /**
     * Creates an intake.
     *
     * @param patience how long a client may take for a head, for a body, and for a piece of an answer
     */
    Intake(MemoryBudget budget, Health health, Duration patience) {
        this.budget = budget;
        this.health = health;
        patienceMillis = patience.toMillis();
        connections = new ConnectionWatch(patienceMillis);
    }

    /** Adds this to a server, which then has neither sessions nor WebSockets. */
    public void install(JavalinConfig config) {
        config.unsafe.servlet = LazyKt.lazy(() -> new ServletEntry(null, new JavalinServlet(config.unsafe)));
        config.jetty.modifyServletContextHandler(
                context -> context.getSessionHandler().setUsingCookies(false));
        config.jetty.modifyHttpConfiguration(BareErrors::refuseOddPaths);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new BareErrors(health));
            server.insertHandler(this);
        });
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        connections.watch(getServer());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        connections.begin(connection);
        Memory memory = new Memory();
        Callback end = Callback.from(callback, () -> {
            memory.close();
            connections.end(connection);
        });
        boolean isControl = ControlApi.owns(Request.getPathInContext(request));
        BodyReader reader = new BodyReader(request, isControl ? MOST_CONTROL_MEBIBYTES : MOST_MEBIBYTES, memory);
        if (reader.read()) {
            return serve(request, reader, response, end);
        }
        Scheduler.Task deadline = deadline(request, connection);
        request.demand(() -> readOn(request, reader, deadline, response, end));
        return true;
    }

    /** Ends a body that takes too long like Jetty ends one of which nothing comes: the reader gets a failure. */
    private Scheduler.Task deadline(Request request, Connection connection) {
        return request.getComponents()
                .getScheduler()
                .schedule(
                        () -> connection.onIdleExpired(new TimeoutException("the body took too long")),
                        patienceMillis,
                        TimeUnit.MILLISECONDS);
    }

    private void readOn(Request request, BodyReader reader, Scheduler.Task deadline, Response response, Callback end) {
        if (!reader.read()) {
            request.demand(() -> readOn(request, reader, deadline, response, end));
            return;
        }
        deadline.cancel();
        request.getComponents().getExecutor().execute(() -> {
            try {
                if (!serve(request, reader, response, end)) {
                    Response.writeError(request, response, end, 404);
                }
            } catch (Exception | Error failure) {
                Response.writeError(request, response, end, failure);
            }
        });
    }

    private boolean serve(Request request, BodyReader reader, Response response, Callback end) throws Exception {
        request.setAttribute(ReceivedBody.attribute(), reader.body());
        return super.handle(request, new DirectResponse(request, response, patienceMillis), end);
    }

    /** The memory of one call, which is leased only if the call is large. */
    private final class Memory implements Supplier<MemoryBudget.Lease> {
        private MemoryBudget.@Nullable Lease lease;

        @Override
        public synchronized MemoryBudget.Lease get() {
            MemoryBudget.Lease leased = lease;
            if (leased == null) {
                leased = budget.lease();
                lease = leased;
            }
            return leased;
        }

        synchronized void close() {
            if (lease != null) {
                lease.close();
            }
        }
    }
}
