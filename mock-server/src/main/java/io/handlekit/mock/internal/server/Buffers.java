package io.handlekit.mock.internal.server;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * The buffers of connections: pooled for output, new ones for input.
 *
 * <p>Jetty (12.1.12, and 12.1.13 too) answers a malformed request head on a second thread, which then reads on from the
 * connection into a buffer that the first thread is returning to the pool. If another connection got that buffer
 * meanwhile, it would send those bytes as its reply.
 */
final class Buffers extends ByteBufferPool.Wrapper {
    /** Input is read into the heap. TLS uses heap buffers for both ways, so they are not pooled either. */
    static final boolean INPUT_IS_DIRECT = false;

    static final boolean OUTPUT_IS_DIRECT = true;

    Buffers() {
        super(new ArrayByteBufferPool());
    }

    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean isDirect) {
        return isDirect == OUTPUT_IS_DIRECT ? super.acquire(size, isDirect) : NON_POOLING.acquire(size, isDirect);
    }
}
