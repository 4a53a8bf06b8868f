package io.handlekit.mock.internal.command;

/** The standard input that has ended before the mock is ready, so that {@code --exit-with-parent} would end it at once. */
final class NoParent extends InvalidOption {
    /** The exit code for it. */
    static final int EXIT_CODE = 3;

    private static final long serialVersionUID = 1L;

    NoParent() {
        super(
                ProcessOptions.EXIT_WITH_PARENT,
                "standard input has already ended, as in a background job of sh, so there is no parent to wait for:"
                        + " keep a pipe to standard input open, or leave the option out and stop the mock with kill");
    }
}
