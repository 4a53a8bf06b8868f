package io.handlekit.mock.internal.wire;

import io.javalin.http.Context;
import java.io.IOException;

/** An HTTP answer: status, content type and body. */
public final class Answer {
    /** The absence of an answer. */
    public static final Answer NONE = new Answer(0, new byte[0]);

    private final int httpStatus;
    private final String contentType;
    private final byte[] body;

    public Answer(int httpStatus, byte[] body) {
        this(httpStatus, "application/json", body);
    }

    public Answer(int httpStatus, String contentType, byte[] body) {
        this.httpStatus = httpStatus;
        this.contentType = contentType;
        this.body = body;
    }

    /** Answers a request with this. Writing the body here saves a stream and a copy through a buffer of 32 KiB. */
    public void sendTo(Context ctx) {
        ctx.status(httpStatus).contentType(contentType);
        try {
            ctx.outputStream().write(body);
        } catch (IOException clientIsGone) {
            // Nobody is left to be told.
        }
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }
}
