package io.handlekit.mock;

/** An HTTP status and the JSON that goes with it. */
final class Answer {
    private final int httpStatus;
    private final byte[] body;

    Answer(int httpStatus, byte[] body) {
        this.httpStatus = httpStatus;
        this.body = body;
    }

    int httpStatus() {
        return httpStatus;
    }

    byte[] body() {
        return body;
    }
}
