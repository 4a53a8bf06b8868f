package io.handlekit.mock.internal.engine;

import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.wire.BadRequest;

/** An error in a seed: its path, a code, and a sentence without the data of customers. */
public final class InvalidSeed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final int code;
    private final String sentence;

    private InvalidSeed(String path, int code, String sentence) {
        super((path.isEmpty() ? "" : path + ": ") + sentence + " (code " + code + ")");
        this.path = path;
        this.code = code;
        this.sentence = sentence;
    }

    /** Returns the error of a seed that is not understood. */
    static InvalidSeed of(BadRequest refused) {
        return of("", refused);
    }

    /** Returns an error of the customer at a path. */
    static InvalidSeed of(String path, BadRequest refused) {
        return new InvalidSeed(join(path, refused.path()), refused.kind().code(), refused.sentence());
    }

    /** Returns the error of a customer that the service would refuse. */
    static InvalidSeed of(String path, VendorError error) {
        return new InvalidSeed(join(path, error.path()), error.code(), error.desc());
    }

    /** Returns the error of a handle that another customer has. */
    static InvalidSeed taken(String path) {
        return new InvalidSeed(
                join(path, "handle"), BadRequest.Kind.REFUSED.code(), "another customer has this handle");
    }

    /** Returns the error of a text that is no handle. */
    static InvalidSeed noHandle(String path) {
        return new InvalidSeed(
                join(path, "handle"),
                BadRequest.Kind.REFUSED.code(),
                "at most 50 letters, digits, hyphens and underscores are expected");
    }

    private static String join(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    /** Returns the path, such as {@code [3].email}; empty if the error is about the whole. */
    public String path() {
        return path;
    }

    /** Returns the vendor's code, or one of the mock's own. */
    public int code() {
        return code;
    }

    /** Returns what is wrong there. */
    public String sentence() {
        return sentence;
    }
}
