package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.journal.Recording;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A client that follows the journal as server-sent events. Between two exchanges it occupies no thread. A client that reads
 * slowly misses the exchanges that the journal drops meanwhile, as the numbers show.
 */
final class JournalFollower {
    private static final byte[] START = ": exchanges follow\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLEARED = "event: cleared\ndata: {}\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STILL_HERE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    /** Less than the time after which the server ends a connection on which nothing is sent. */
    private static final long HEARTBEAT_SECONDS = 15;

    private final Journal journal;
    private final Context ctx;
    private final OutputStream out;
    private final Executor threads;
    private final Scheduler timer;
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    /** How often it was told since it last looked; above zero, a thread is writing. */
    private final AtomicInteger told = new AtomicInteger();

    private final Runnable tell = this::tell;
    private Recording recording;
    private long last;

    private JournalFollower(Journal journal, Context ctx, long after) throws IOException {
        this.journal = journal;
        this.ctx = ctx;
        Components server =
                ServletContextRequest.getServletContextRequest(ctx.req()).getComponents();
        threads = server.getExecutor();
        timer = server.getScheduler();
        out = ctx.res().getOutputStream();
        recording = journal.recording();
        last = after;
    }

    /**
     * Sends the exchanges after a number, and all later ones.
     *
     * @return completes when the client is gone or the journal is closed
     */
    static CompletableFuture<@Nullable Void> start(Journal journal, Context ctx, long after) throws IOException {
        JournalFollower follower = new JournalFollower(journal, ctx, after);
        follower.out.write(START);
        journal.follow(follower.tell);
        follower.tell();
        follower.beat();
        return follower.end;
    }

    private void tell() {
        if (told.getAndIncrement() == 0) {
            threads.execute(this::write);
        }
    }

    private void beat() {
        timer.schedule(
                () -> {
                    if (!end.isDone()) {
                        tell();
                        beat();
                    }
                },
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    private void write() {
        int seen;
        try {
            do {
                seen = told.get();
                writeNews();
            } while (!journal.isClosed() && !told.compareAndSet(seen, 0));
        } catch (IOException clientIsGone) {
            stop();
            return;
        }
        if (journal.isClosed()) {
            stop();
        }
    }

    /** Ends the call. Jetty may recycle the request at once, so Javalin's remaining handlers are skipped. */
    private void stop() {
        journal.unfollow(tell);
        ctx.skipRemainingHandlers();
        end.complete(null);
    }

    private void writeNews() throws IOException {
        Recording now = journal.recording();
        if (now != recording) {
            recording = now;
            last = 0;
            out.write(CLEARED);
        }
        long before = last;
        for (Journal.Numbered one : now.after(last)) {
            String json = new String(Json.write(to -> JournalPage.write(to, one)), StandardCharsets.UTF_8);
            out.write(("id: " + one.number() + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
            last = one.number();
        }
        if (last == before) {
            out.write(STILL_HERE);
        }
        out.flush();
    }
}
