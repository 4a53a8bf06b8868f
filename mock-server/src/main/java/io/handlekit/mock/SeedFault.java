package io.handlekit.mock;

/** What is wrong with customers to put into the mock: where, the code for it, and a sentence without their data. */
final class SeedFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final String PATH_AND_SENTENCE = ": ";

    private final String path;
    private final int code;
    private final String sentence;

    private SeedFault(String path, int code, String sentence) {
        super((path.isEmpty() ? "" : path + PATH_AND_SENTENCE) + sentence + " (code " + code + ")");
        this.path = path;
        this.code = code;
        this.sentence = sentence;
    }

    /** A fault whose message begins with the path, as those of {@link Body} do. */
    static SeedFault of(WireFault fault) {
        String[] parts = String.valueOf(fault.getMessage()).split(PATH_AND_SENTENCE, 2);
        return parts.length == 1
                ? new SeedFault("", fault.kind().code(), parts[0])
                : new SeedFault(parts[0], fault.kind().code(), parts[1]);
    }

    /** A fault of the customer at a path. */
    static SeedFault of(String path, WireFault fault) {
        return of(new WireFault(fault.kind(), path + "." + fault.getMessage()));
    }

    /** A refusal of the customer at a path. */
    static SeedFault of(String path, Refusal refusal) {
        String about = refusal.about().isEmpty() ? path : path + "." + refusal.about();
        return new SeedFault(about, refusal.code(), refusal.desc());
    }

    /** A handle that a customer has already. */
    static SeedFault taken(String path) {
        return new SeedFault(path + ".handle", WireFault.Kind.REFUSED.code(), "another customer has this handle");
    }

    /** Where, such as {@code [3].email}; empty if it is the whole. */
    String path() {
        return path;
    }

    /** The vendor's code, or one of the mock's own. */
    int code() {
        return code;
    }

    /** What is wrong there. */
    String sentence() {
        return sentence;
    }
}
