package io.handlekit.mock.internal.wire;

import io.handlekit.mock.internal.base.QuotedName;

/**
 * A request that the mock refuses where the real service's answer is not known. The codes and HTTP statuses are the mock's
 * own choice, far from the vendor's numbers.
 */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String path;
    private final String sentence;

    public BadRequest(Kind kind, String sentence) {
        this(kind, "", sentence);
    }

    private BadRequest(Kind kind, String path, String sentence) {
        super(path.isEmpty() ? sentence : path + ": " + sentence, null, false, false);
        this.kind = kind;
        this.path = path;
        this.sentence = sentence;
    }

    /**
     * Creates a refusal of one member or parameter.
     *
     * @param path the member, such as {@code address.city}, or the parameter, such as {@code ?limit}; it may be anything
     */
    public static BadRequest at(Kind kind, String path, String sentence) {
        return new BadRequest(kind, QuotedName.shown(path), sentence);
    }

    /** Returns the member or parameter that is refused; empty if the refusal is about the whole request. */
    public String path() {
        return path;
    }

    /** Returns what is wrong, without the path. */
    public String sentence() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        MALFORMED_JSON(400, 900_400),
        WRONG_TYPE(400, 900_401),
        /** The request is understood, and refused because of a switch or a rule of the mock. */
        REFUSED(400, 900_402),
        FORBIDDEN(403, 900_403),
        UNKNOWN_ROUTE(404, 900_404),
        WRONG_METHOD(405, 900_405),
        NO_CONTROL_TOKEN(401, 900_410),
        /** The head is not HTTP, or is refused before the path is known. */
        MALFORMED_HEAD(400, 900_406),
        TIMED_OUT(408, 900_408),
        TOO_LARGE(413, 900_413),
        UNSUPPORTED_ENCODING(415, 900_415),
        DEFECT(500, 900_500),
        /** The calls in progress use all of their memory. */
        BUSY(503, 900_503),
        FULL(507, 900_507);

        private final int httpStatus;
        private final int code;

        Kind(int httpStatus, int code) {
            this.httpStatus = httpStatus;
            this.code = code;
        }

        int httpStatus() {
            return httpStatus;
        }

        public int code() {
            return code;
        }
    }
}
