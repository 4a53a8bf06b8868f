package io.handlekit.mock.internal.service;

import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.wire.BadRequest;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of a request as it was received, before any handler ran. */
public final class ReceivedBody {
    private static final String ATTRIBUTE = "handlekit.body";

    private final byte @Nullable [] whole;
    private final @Nullable BadRequest fault;
    private final Supplier<MemoryBudget.Lease> memory;

    private ReceivedBody(byte @Nullable [] whole, @Nullable BadRequest fault, Supplier<MemoryBudget.Lease> memory) {
        this.whole = whole;
        this.fault = fault;
        this.memory = memory;
    }

    /**
     * Creates a body that is complete.
     *
     * @param memory supplies the memory of the call
     */
    public static ReceivedBody of(byte[] whole, Supplier<MemoryBudget.Lease> memory) {
        return new ReceivedBody(whole, null, memory);
    }

    /** Creates a body that could not be received. */
    public static ReceivedBody broken(BadRequest fault, Supplier<MemoryBudget.Lease> memory) {
        return new ReceivedBody(null, fault, memory);
    }

    /** Returns the attribute of a request that has its body. */
    public static String attribute() {
        return ATTRIBUTE;
    }

    static ReceivedBody of(Context ctx) {
        ReceivedBody body = ctx.attribute(ATTRIBUTE);
        if (body == null) {
            throw new IllegalStateException("the body was not received");
        }
        return body;
    }

    /** Returns the reason why there is no body; empty if it is complete. */
    Optional<BadRequest> fault() {
        return Optional.ofNullable(fault);
    }

    Optional<byte[]> whole() {
        return Optional.ofNullable(whole);
    }

    Supplier<MemoryBudget.Lease> memory() {
        return memory;
    }
}
