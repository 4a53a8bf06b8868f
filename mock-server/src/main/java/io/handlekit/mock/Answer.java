package io.handlekit.mock;

/** An HTTP status and the body that goes with it, which is JSON as a rule. */
final class Answer {
    /** No answer at all. */
    static final Answer NONE = new Answer(0, new byte[0]);

    private final int httpStatus;
    private final String contentType;
    private final byte[] body;

    Answer(int httpStatus, byte[] body) {
        this(httpStatus, "application/json", body);
    }

    Answer(int httpStatus, String contentType, byte[] body) {
        this.httpStatus = httpStatus;
        this.contentType = contentType;
        this.body = body;
    }

    int httpStatus() {
        return httpStatus;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }
}
