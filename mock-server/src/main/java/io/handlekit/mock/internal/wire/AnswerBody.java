package io.handlekit.mock.internal.wire;

import io.handlekit.mock.internal.base.MemoryBudget;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The body of an answer while it is written, in pieces, so that nothing is copied when it grows. The first piece is free;
 * the others count as memory of the call.
 */
final class AnswerBody extends OutputStream {
    private static final int USUAL_BYTES = 512;
    private static final int PIECE_BYTES = 32 * 1024;

    private final Supplier<MemoryBudget.Lease> memory;
    private final List<byte[]> full = new ArrayList<>(0);
    private byte[] piece = new byte[USUAL_BYTES];
    private int length;

    AnswerBody(Supplier<MemoryBudget.Lease> memory) {
        this.memory = memory;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /**
     * Adds bytes.
     *
     * @throws BadRequest if the calls in progress use too much memory
     */
    @Override
    public void write(byte[] bytes, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            makeRoom(left);
            int some = Math.min(left, piece.length - length);
            System.arraycopy(bytes, at, piece, length, some);
            length += some;
            at += some;
            left -= some;
        }
    }

    private void makeRoom(int needed) {
        if (piece.length < PIECE_BYTES && length + needed > piece.length) {
            int larger = Math.max(length + needed, 2 * piece.length);
            piece = Arrays.copyOf(piece, Math.min(PIECE_BYTES, larger));
        } else if (length == PIECE_BYTES) {
            if (!memory.get().grow(PIECE_BYTES)) {
                throw new BadRequest(
                        BadRequest.Kind.BUSY,
                        "the calls in progress use all of their memory; send this one again later");
            }
            full.add(piece);
            piece = new byte[PIECE_BYTES];
            length = 0;
        }
    }

    /** Returns the pieces. */
    List<byte[]> pieces() {
        List<byte[]> all = new ArrayList<>(full);
        all.add(length == piece.length ? piece : Arrays.copyOf(piece, length));
        return all;
    }
}
