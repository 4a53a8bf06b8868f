package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.service.ReceivedBody;
import io.handlekit.mock.internal.wire.BadRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * A reader of one request's body that holds no thread while the client sends nothing. Of a body that is too large, the rest
 * is read and dropped, so that the client gets to read the answer.
 */
final class BodyReader {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int FREE_BYTES = 16 * 1024;
    private static final long MOST_DROPPED_BYTES = 16L * MEBIBYTE;
    private static final byte[] NO_BYTES = {};

    private final Content.Source source;
    private final int mostMebibytes;
    private final Supplier<MemoryBudget.Lease> memory;
    private byte[] bytes = NO_BYTES;
    private int length;
    private long dropped;
    private @Nullable BadRequest fault;

    /**
     * Creates a reader.
     *
     * @param mostMebibytes the limit on the body
     * @param memory supplies the memory of the call
     */
    BodyReader(Content.Source source, int mostMebibytes, Supplier<MemoryBudget.Lease> memory) {
        this.source = source;
        this.mostMebibytes = mostMebibytes;
        this.memory = memory;
    }

    /** Reads what has arrived. Returns true if nothing more is to be read. */
    boolean read() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                return false;
            }
            if (Content.Chunk.isFailure(chunk)) {
                fault = broken(chunk.getFailure());
                return true;
            }
            take(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast() || dropped > MOST_DROPPED_BYTES) {
                return true;
            }
        }
    }

    private static BadRequest broken(Throwable failure) {
        return failure instanceof TimeoutException
                ? new BadRequest(BadRequest.Kind.TIMED_OUT, "the body took too long")
                : new BadRequest(BadRequest.Kind.MALFORMED_JSON, "the body is incomplete");
    }

    private void take(ByteBuffer part) {
        int count = part.remaining();
        if (fault == null && length + count > mostMebibytes * MEBIBYTE) {
            drop(new BadRequest(BadRequest.Kind.TOO_LARGE, "the body is larger than " + mostMebibytes + " MiB"));
        } else if (fault == null && !makeRoom(count)) {
            drop(new BadRequest(
                    BadRequest.Kind.BUSY, "the calls in progress use all of their memory; send this one again later"));
        }
        if (fault == null) {
            part.get(bytes, length, count);
            length += count;
        } else {
            dropped += count;
        }
    }

    private void drop(BadRequest why) {
        fault = why;
        bytes = NO_BYTES;
    }

    private boolean makeRoom(int count) {
        int needed = length + count;
        if (needed <= bytes.length) {
            return true;
        }
        int capacity = length == 0 ? needed : Math.max(needed, 2 * bytes.length);
        if (capacity > FREE_BYTES && !memory.get().grow(capacity - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, capacity);
        return true;
    }

    /** Returns the body. */
    ReceivedBody body() {
        return fault == null
                ? ReceivedBody.of(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), memory)
                : ReceivedBody.broken(fault, memory);
    }
}
