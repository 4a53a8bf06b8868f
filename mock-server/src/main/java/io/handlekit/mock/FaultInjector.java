package io.handlekit.mock;

import io.handlekit.customers.VendorCodes;
import io.handlekit.mock.Trouble.Kind;
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

/** Lets faults befall a call, on no thread that others need. */
final class FaultInjector {
    private static final byte[] NOTHING = {};

    private final Faults faults;
    private final Waiting waiting;
    private final Tokens tokens;

    FaultInjector(Faults faults, Waiting waiting, Tokens tokens) {
        this.faults = faults;
        this.waiting = waiting;
        this.tokens = tokens;
    }

    /** What is to befall this call. */
    Strike strike(String method, String path) {
        return faults.strike(method, path);
    }

    /**
     * Answers a call, or does what it gets in place of an answer.
     *
     * @param envelope what answers come in
     * @param service lets the call have its effect
     * @param journal is told what is answered, before that is sent
     */
    CompletableFuture<@Nullable Void> inject(
            Context ctx, Strike strike, Envelope envelope, Supplier<Answer> service, Consumer<Answer> journal) {
        Line line = Line.of(ctx);
        return waiting.forMillis(strike.beforeMillis())
                .thenApplyAsync(go -> strike.hasEffect() ? service.get() : Answer.NONE, line.executor())
                .thenCompose(answer -> waiting.forMillis(strike.afterMillis()).thenApply(go -> answer))
                .thenComposeAsync(answer -> answer(ctx, line, strike, envelope, answer, journal), line.executor())
                .exceptionally(failure -> {
                    if (!(failure.getCause() instanceof CancellationException) && line.isServed()) {
                        throw (CompletionException) failure;
                    }
                    end(ctx, line);
                    return null;
                });
    }

    private CompletableFuture<@Nullable Void> answer(
            Context ctx, Line line, Strike strike, Envelope envelope, Answer full, Consumer<Answer> journal) {
        Answer answer =
                strike.end().map(trouble -> said(trouble, ctx, envelope, full)).orElse(full);
        journal.accept(answer);
        if (strike.end().map(Trouble::isSaid).orElse(true)) {
            Door.write(ctx, answer);
            line.giveBack();
            return CompletableFuture.completedFuture(null);
        }
        Trouble trouble = strike.end().get();
        if (trouble.kind() == Kind.DRIP) {
            ctx.header("Connection", "close");
        }
        return spoil(ctx, line, trouble, head(ctx, answer, full.body().length + trouble.surplus()), answer.body());
    }

    private Answer said(Trouble trouble, Context ctx, Envelope envelope, Answer full) {
        return switch (trouble.kind()) {
            case VENDOR_ERROR -> envelope.refusal(new Refusal(trouble.number()));
            case EXPIRED_TOKEN -> {
                tokens.forget(ctx.header("Authorization"));
                yield envelope.refusal(new Refusal(VendorCodes.NOT_AUTHENTICATED));
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

    /** Ends with the connection, whoever ends that: we, the client, time, or a reset of the mock. */
    private CompletableFuture<@Nullable Void> spoil(Context ctx, Line line, Trouble trouble, byte[] head, byte[] body) {
        CompletableFuture<Void> end = waiting.forMillis(Trouble.LONGEST_MILLIS);
        CompletableFuture<Void> spoilt = switch (trouble.kind()) {
            case TRUNCATED -> line.send(joined(head, body));
            case WRONG_LENGTH -> line.send(joined(head, body)).thenCompose(sent -> line.heard());
            case TWICE -> line.send(joined(head, body, head, body)).thenCompose(sent -> line.heard());
            case DRIP -> line.send(head).thenCompose(sent -> drip(line, body, trouble.number()));
            case SILENCE -> line.heard();
            default -> line.reset();
        };
        return CompletableFuture.anyOf(spoilt, end)
                .handleAsync(
                        (done, failed) -> {
                            end.cancel(false);
                            end(ctx, line);
                            return null;
                        },
                        line.executor());
    }

    /** Jetty may forget the request at once; what Javalin has left to do with it would then fail over and over. */
    private static void end(Context ctx, Line line) {
        ctx.skipRemainingHandlers();
        line.close();
    }

    private CompletableFuture<Void> drip(Line line, byte[] body, int pauseMillis) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        drip(line, ByteBuffer.wrap(body), pauseMillis, all);
        return all;
    }

    private void drip(Line line, ByteBuffer rest, int pauseMillis, CompletableFuture<Void> all) {
        if (!rest.hasRemaining()) {
            all.complete(null);
            return;
        }
        line.send(new byte[] {rest.get()})
                .thenCompose(sent -> waiting.forMillis(pauseMillis))
                .whenCompleteAsync(
                        (go, gone) -> {
                            if (gone == null) {
                                drip(line, rest, pauseMillis, all);
                            } else {
                                all.completeExceptionally(gone);
                            }
                        },
                        line.executor());
    }

    private static byte[] head(Context ctx, Answer answer, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.httpStatus() + " \r\n");
        for (String name : ctx.res().getHeaderNames()) {
            head.append(name + ": " + ctx.res().getHeader(name) + "\r\n");
        }
        head.append("Content-Type: " + answer.contentType() + "\r\n");
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
