package io.handlekit.mock.internal.wire;

import io.handlekit.customers.Finding;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;

/** An HTTP answer: status, content type and body. */
public final class Answer {
    /** The absence of an answer. */
    public static final Answer NONE = new Answer(0, new byte[0]);

    /** The attribute of a request that has its answer. The server writes it when the request is handled. */
    public static final String ATTRIBUTE = "handlekit.answer";

    private static final String JSON = "application/json";

    private final int httpStatus;
    private final String contentType;
    private final List<byte[]> pieces;
    private final OptionalInt code;
    private final List<Finding> findings;

    public Answer(int httpStatus, byte[] body) {
        this(httpStatus, JSON, body);
    }

    public Answer(int httpStatus, String contentType, byte[] body) {
        this(httpStatus, contentType, List.of(body), OptionalInt.empty(), List.of());
    }

    private Answer(int httpStatus, String contentType, List<byte[]> pieces, OptionalInt code, List<Finding> findings) {
        this.httpStatus = httpStatus;
        this.contentType = contentType;
        this.pieces = pieces;
        this.code = code;
        this.findings = findings;
    }

    /** Creates a success in its envelope. */
    static Answer success(byte[] body) {
        return success(List.of(body));
    }

    /** Creates a success in its envelope; the body may be large. */
    static Answer success(List<byte[]> pieces) {
        return new Answer(200, JSON, pieces, OptionalInt.of(0), List.of());
    }

    /**
     * Creates a refusal in its envelope.
     *
     * @param code the code in the body
     * @param findings what is wrong with the request, as far as members are to blame
     */
    static Answer refusal(int httpStatus, byte[] body, int code, List<Finding> findings) {
        return new Answer(httpStatus, JSON, List.of(body), OptionalInt.of(code), findings);
    }

    /** Answers a request with this. */
    public void sendTo(Context ctx) {
        ctx.status(httpStatus).contentType(contentType);
        ctx.attribute(ATTRIBUTE, this);
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the code in the envelope; empty if the body has no envelope, or is broken. */
    public OptionalInt code() {
        return code;
    }

    /** Returns what is wrong with the members of the request, more than the body says. */
    public List<Finding> findings() {
        return findings;
    }

    public String contentType() {
        return contentType;
    }

    /** Returns the number of bytes in the body. */
    public long length() {
        long length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        return length;
    }

    /** Returns the body in pieces, one unless it is large. */
    public List<byte[]> pieces() {
        return pieces;
    }

    /** Returns the body in one piece. */
    public byte[] body() {
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.toIntExact(length()));
        pieces.forEach(body::writeBytes);
        return body.toByteArray();
    }
}
