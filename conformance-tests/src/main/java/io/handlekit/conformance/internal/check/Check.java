package io.handlekit.conformance.internal.check;

/** Comparisons that fail a rule with an {@link AssertionError}. */
public final class Check {
    private Check() {}

    /**
     * The checks of one case of a rule.
     *
     * @param <E> the exceptions that they throw
     */
    public interface Checks<E extends Exception> {
        /** Runs the checks. */
        void run() throws E;
    }

    /**
     * Runs the checks of one case. If one fails, its message begins with the case.
     *
     * @param tried what is tried, for example "status 407"
     */
    public static <E extends Exception> void inCase(String tried, Checks<E> checks) throws E {
        try {
            checks.run();
        } catch (AssertionError failed) {
            AssertionError named = new AssertionError(tried + ": " + failed.getMessage(), failed.getCause());
            named.setStackTrace(failed.getStackTrace());
            throw named;
        }
    }

    /** Verifies that the actual value equals the expected one. The message names the value and shows both. */
    public static void equal(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", got " + actual);
        }
    }

    /** Verifies that the text starts with this line. The message shows the text's first line. */
    public static void startsWith(String line, String text) {
        if (!text.startsWith(line)) {
            throw new AssertionError("expected the first line " + line.strip() + ", got "
                    + text.lines().findFirst().orElse("none"));
        }
    }
}
