package io.handlekit.mock.internal.faults;

import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.fault.FaultAction;
import io.handlekit.mock.fault.FaultAction.Kind;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.store.TokenStore;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BearerToken;
import io.handlekit.mock.internal.wire.Envelope;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Applies the triggered faults to one call without blocking a thread. */
public final class FaultInjector {
    private static final byte[] NOTHING = {};

    private final Context ctx;
    private final RawConnection connection;
    private final TriggeredFaults triggered;
    private final PendingCalls pending;
    private final TokenStore tokens;
    private final Envelope envelope;
    private final ActualStatus actualStatus;

    /**
     * Creates an injector for one call.
     *
     * @param triggered the faults that the call triggers
     * @param pending the waits that a reset ends; obtained before the faults were triggered
     * @param envelope the envelope of answers
     */
    FaultInjector(Context ctx, TriggeredFaults triggered, PendingCalls pending, TokenStore tokens, Envelope envelope) {
        this.ctx = ctx;
        this.triggered = triggered;
        this.pending = pending;
        this.tokens = tokens;
        this.envelope = envelope;
        actualStatus = ActualStatus.attachTo(ctx);
        connection = RawConnection.of(ctx);
    }

    public TriggeredFaults triggered() {
        return triggered;
    }

    /**
     * Answers the call, or breaks it as the faults say.
     *
     * @param service runs the call's effect and returns its answer
     * @param journal records the answer before it is sent
     */
    public CompletableFuture<@Nullable Void> inject(Supplier<Answer> service, Consumer<Answer> journal) {
        return pending.forMillis(triggered.beforeMillis())
                .thenApplyAsync(
                        go -> triggered.hasEffect() ? pending.unlessOver(service) : Answer.NONE, connection.executor())
                .thenCompose(
                        answer -> pending.forMillis(triggered.afterMillis()).thenApply(go -> answer))
                .thenComposeAsync(full -> answer(full, journal), connection.executor())
                .exceptionallyCompose(failure -> {
                    if (!(failure.getCause() instanceof CancellationException) && connection.isServed()) {
                        throw (CompletionException) failure;
                    }
                    actualStatus.set(Answer.NONE.httpStatus());
                    return end();
                });
    }

    private CompletableFuture<@Nullable Void> answer(Answer full, Consumer<Answer> journal) {
        Answer answer = pending.unlessOver(() -> {
            Answer said = triggered.end().map(action -> said(action, full)).orElse(full);
            journal.accept(said);
            return said;
        });
        if (triggered.end().map(FaultInjector::isHttpAnswer).orElse(true)) {
            answer.sendTo(ctx);
            connection.giveBack();
            return CompletableFuture.completedFuture(null);
        }
        actualStatus.set(answer.httpStatus());
        FaultAction action = triggered.end().get();
        if (action.kind() == Kind.DRIP) {
            ctx.header("Connection", "close");
        }
        return spoil(action, head(answer, full.body().length + surplus(action)), answer.body());
    }

    /** Returns true if the fault gives an HTTP answer of its own; the others spoil an answer, or give none. */
    private static boolean isHttpAnswer(FaultAction action) {
        return switch (action.kind()) {
            case DELAY, VENDOR_ERROR, EXPIRED_TOKEN, STATUS, HTML_PAGE -> true;
            case RESET, SILENCE, TRUNCATED, WRONG_LENGTH, DRIP, TWICE -> false;
        };
    }

    /** Returns how many more bytes the answer announces than it has. */
    private static int surplus(FaultAction action) {
        return action.kind() == Kind.WRONG_LENGTH ? number(action) : 0;
    }

    private static int number(FaultAction action) {
        return action.numbers().get(0);
    }

    private Answer said(FaultAction action, Answer full) {
        return switch (action.kind()) {
            case VENDOR_ERROR -> envelope.vendorError(new VendorError(number(action)));
            case EXPIRED_TOKEN -> {
                tokens.revoke(BearerToken.in(ctx.header("Authorization")));
                yield envelope.vendorError(new VendorError(VendorCodes.NOT_AUTHENTICATED));
            }
            case STATUS -> status(action);
            case HTML_PAGE -> page(number(action));
            case TRUNCATED -> new Answer(full.httpStatus(), Arrays.copyOf(full.body(), full.body().length / 2));
            case RESET, SILENCE -> Answer.NONE;
            case DELAY, WRONG_LENGTH, DRIP, TWICE -> full;
        };
    }

    private Answer status(FaultAction action) {
        return action.numbers().size() == 1
                ? new Answer(number(action), "text/plain", NOTHING)
                : envelope.vendorError(new VendorError(action.numbers().get(1)), number(action));
    }

    private static Answer page(int status) {
        String title = HttpStatus.getCode(status) == null ? "" + status : status + " " + HttpStatus.getMessage(status);
        String page = "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n";
        return new Answer(status, "text/html", page.getBytes(StandardCharsets.US_ASCII));
    }

    /** Completes when the connection ends: by the fault, the client, the time limit, or a reset of the mock. */
    private CompletableFuture<@Nullable Void> spoil(FaultAction action, byte[] head, byte[] body) {
        CompletableFuture<Void> end = pending.forMillis(FaultAction.LONGEST_MILLIS);
        CompletableFuture<Void> spoilt = switch (action.kind()) {
            case TRUNCATED -> connection.send(joined(head, body));
            case WRONG_LENGTH -> connection.send(joined(head, body)).thenCompose(sent -> connection.heard());
            case TWICE -> connection.send(joined(head, body, head, body)).thenCompose(sent -> connection.heard());
            case DRIP -> connection.send(head).thenCompose(sent -> drip(body, number(action)));
            case SILENCE -> connection.heard();
            default -> connection.reset();
        };
        return CompletableFuture.anyOf(spoilt, end)
                .handleAsync(
                        (done, failed) -> {
                            end.cancel(false);
                            return end();
                        },
                        connection.executor())
                .thenCompose(ended -> ended);
    }

    /**
     * Closes the connection. Jetty may recycle the request at once, so Javalin's remaining handlers are skipped: they
     * would fail on it. While the server stops, the returned future never completes, so Javalin runs none of them.
     */
    private CompletableFuture<@Nullable Void> end() {
        ctx.skipRemainingHandlers();
        connection.close();
        return connection.isServed() ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }

    private CompletableFuture<Void> drip(byte[] body, int pauseMillis) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        drip(ByteBuffer.wrap(body), pauseMillis, all);
        return all;
    }

    private void drip(ByteBuffer rest, int pauseMillis, CompletableFuture<Void> all) {
        if (!rest.hasRemaining()) {
            all.complete(null);
            return;
        }
        connection
                .send(new byte[] {rest.get()})
                .thenCompose(sent -> pending.forMillis(pauseMillis))
                .whenCompleteAsync(
                        (go, gone) -> {
                            if (gone == null) {
                                drip(rest, pauseMillis, all);
                            } else {
                                all.completeExceptionally(gone);
                            }
                        },
                        connection.executor());
    }

    private byte[] head(Answer answer, int length) {
        ctx.contentType(answer.contentType());
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.httpStatus() + " \r\n");
        for (String name : ctx.res().getHeaderNames()) {
            head.append(name + ": " + ctx.res().getHeader(name) + "\r\n");
        }
        head.append("Content-Length: " + Math.max(0, length) + "\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
