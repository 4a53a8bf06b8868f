package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Envelope;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The journal as server-sent events, for a bounded number of clients at once. */
public final class JournalEvents {
    private static final String PATH = "/journal/events";

    private static final String CONTENT_TYPE = "text/event-stream";

    private static final int MOST_CLIENTS = 16;
    private static final int LONGEST_NUMBER = 18;

    private final Journal journal;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);

    public JournalEvents(Journal journal) {
        this.journal = journal;
    }

    /** Returns the events as a GET of the control API. */
    ControlStream stream() {
        return new ControlStream(PATH, CONTENT_TYPE, this::follow);
    }

    /** Sends exchanges until the client is gone: those after the number in {@code Last-Event-ID}, or the later ones. */
    private void follow(Context ctx) {
        if (!places.tryAcquire()) {
            Envelope.badRequest(new BadRequest(
                            BadRequest.Kind.FULL, "at most " + MOST_CLIENTS + " clients can follow the journal"))
                    .sendTo(ctx);
            return;
        }
        ctx.contentType(CONTENT_TYPE).header("Cache-Control", "no-store");
        ctx.future(() -> started(ctx).whenComplete((done, failed) -> places.release()));
    }

    private CompletableFuture<@Nullable Void> started(Context ctx) {
        try {
            return JournalFollower.start(journal, ctx, after(ctx.header("Last-Event-ID")));
        } catch (IOException clientIsGone) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private long after(@Nullable String header) {
        String id = Objects.requireNonNullElse(header, "");
        boolean isNumber = id.matches("[0-9]{1," + LONGEST_NUMBER + "}");
        return isNumber ? Long.parseLong(id) : journal.recording().added();
    }
}
