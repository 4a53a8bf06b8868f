package io.handlekit.mock.internal.faults;

import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.engine.Tokens;
import io.handlekit.mock.internal.faults.FaultAction.Kind;
import io.handlekit.mock.internal.server.RequestLog;
import io.handlekit.mock.internal.server.ServiceHandler;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.Envelope;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Applies the triggered faults to one call without blocking a thread. */
public final class FaultInjector {
    private static final byte[] NOTHING = {};

    private final Context ctx;
    private final RawConnection line;
    private final TriggeredFaults strike;
    private final PendingCalls waiting;
    private final Tokens tokens;
    private final Envelope envelope;
    private final AtomicInteger logged;

    /**
     * Creates an injector for one call.
     *
     * @param strike the faults that the call triggers
     * @param waiting the waits that a reset ends; obtain them before the faults are triggered
     * @param envelope the envelope of answers
     */
    public FaultInjector(Context ctx, TriggeredFaults strike, PendingCalls waiting, Tokens tokens, Envelope envelope) {
        this.ctx = ctx;
        this.strike = strike;
        this.waiting = waiting;
        this.tokens = tokens;
        this.envelope = envelope;
        logged = RequestLog.status(ctx);
        line = RawConnection.of(ctx);
    }

    /**
     * Answers the call, or breaks it as the faults say.
     *
     * @param service runs the call's effect and returns its answer
     * @param journal records the answer before it is sent
     */
    public CompletableFuture<@Nullable Void> inject(Supplier<Answer> service, Consumer<Answer> journal) {
        return waiting.forMillis(strike.beforeMillis())
                .thenApplyAsync(go -> strike.hasEffect() ? waiting.unlessOver(service) : Answer.NONE, line.executor())
                .thenCompose(answer -> waiting.forMillis(strike.afterMillis()).thenApply(go -> answer))
                .thenComposeAsync(full -> answer(full, journal), line.executor())
                .exceptionallyCompose(failure -> {
                    if (!(failure.getCause() instanceof CancellationException) && line.isServed()) {
                        throw (CompletionException) failure;
                    }
                    logged.set(Answer.NONE.httpStatus());
                    return end();
                });
    }

    private CompletableFuture<@Nullable Void> answer(Answer full, Consumer<Answer> journal) {
        Answer answer = waiting.unlessOver(() -> {
            Answer said = strike.end().map(trouble -> said(trouble, full)).orElse(full);
            journal.accept(said);
            return said;
        });
        if (strike.end().map(FaultAction::isSaid).orElse(true)) {
            ServiceHandler.write(ctx, answer);
            line.giveBack();
            return CompletableFuture.completedFuture(null);
        }
        logged.set(answer.httpStatus());
        FaultAction trouble = strike.end().get();
        if (trouble.kind() == Kind.DRIP) {
            ctx.header("Connection", "close");
        }
        return spoil(trouble, head(answer, full.body().length + trouble.surplus()), answer.body());
    }

    private Answer said(FaultAction trouble, Answer full) {
        return switch (trouble.kind()) {
            case VENDOR_ERROR -> envelope.refusal(new VendorError(trouble.number()));
            case EXPIRED_TOKEN -> {
                tokens.forget(ctx.header("Authorization"));
                yield envelope.refusal(new VendorError(VendorCodes.NOT_AUTHENTICATED));
            }
            case STATUS -> new Answer(trouble.number(), "text/plain", NOTHING);
            case HTML_PAGE -> page(trouble.number());
            case TRUNCATED -> new Answer(full.httpStatus(), Arrays.copyOf(full.body(), full.body().length / 2));
            case RESET, SILENCE -> Answer.NONE;
            case DELAY, WRONG_LENGTH, DRIP, TWICE -> full;
        };
    }

    private static Answer page(int status) {
        String title = HttpStatus.getCode(status) == null ? "" + status : status + " " + HttpStatus.getMessage(status);
        String page = "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n";
        return new Answer(status, "text/html", page.getBytes(StandardCharsets.US_ASCII));
    }

    /** Completes when the connection ends: by the fault, the client, the time limit, or a reset of the mock. */
    private CompletableFuture<@Nullable Void> spoil(FaultAction trouble, byte[] head, byte[] body) {
        CompletableFuture<Void> end = waiting.forMillis(FaultAction.LONGEST_MILLIS);
        CompletableFuture<Void> spoilt = switch (trouble.kind()) {
            case TRUNCATED -> line.send(joined(head, body));
            case WRONG_LENGTH -> line.send(joined(head, body)).thenCompose(sent -> line.heard());
            case TWICE -> line.send(joined(head, body, head, body)).thenCompose(sent -> line.heard());
            case DRIP -> line.send(head).thenCompose(sent -> drip(body, trouble.number()));
            case SILENCE -> line.heard();
            default -> line.reset();
        };
        return CompletableFuture.anyOf(spoilt, end)
                .handleAsync(
                        (done, failed) -> {
                            end.cancel(false);
                            return end();
                        },
                        line.executor())
                .thenCompose(ended -> ended);
    }

    /**
     * Closes the connection. Jetty may recycle the request at once, so Javalin's remaining handlers are skipped: they
     * would fail on it. While the server stops, the returned future never completes, so Javalin runs none of them.
     */
    private CompletableFuture<@Nullable Void> end() {
        ctx.skipRemainingHandlers();
        line.close();
        return line.isServed() ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
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
        line.send(new byte[] {rest.get()})
                .thenCompose(sent -> waiting.forMillis(pauseMillis))
                .whenCompleteAsync(
                        (go, gone) -> {
                            if (gone == null) {
                                drip(rest, pauseMillis, all);
                            } else {
                                all.completeExceptionally(gone);
                            }
                        },
                        line.executor());
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
