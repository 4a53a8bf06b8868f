package io.handlekit.mock.internal.wire;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** An HTTP answer: status, content type and body. */
public final class Answer {
    /** The absence of an answer. */
    public static final Answer NONE = new Answer(0, new byte[0]);

    /** The attribute of a request that has its answer. The server writes it when the request is handled. */
    public static final String ATTRIBUTE = "handlekit.answer";

    private final int httpStatus;
    private final String contentType;
    private final List<byte[]> pieces;

    public Answer(int httpStatus, byte[] body) {
        this(httpStatus, "application/json", body);
    }

    public Answer(int httpStatus, String contentType, byte[] body) {
        this(httpStatus, contentType, List.of(body));
    }

    private Answer(int httpStatus, String contentType, List<byte[]> pieces) {
        this.httpStatus = httpStatus;
        this.contentType = contentType;
        this.pieces = pieces;
    }

    /** Creates a success whose body may be large. */
    static Answer of(AnswerBody body) {
        return new Answer(200, "application/json", body.pieces());
    }

    /** Answers a request with this. */
    public void sendTo(Context ctx) {
        ctx.status(httpStatus).contentType(contentType);
        ctx.attribute(ATTRIBUTE, this);
    }

    public int httpStatus() {
        return httpStatus;
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
