package io.handlekit.mock.internal.control;

/**
 * The health of a mock: ready, until its memory runs out once. After that any thread may have failed halfway, so the mock
 * says so, and a process that runs nothing but the mock exits.
 */
public final class Health {
    private static final int EXIT_CODE = 3;
    private static final int MOST_CAUSES = 10;

    private static volatile boolean exits;

    private volatile boolean isReady = true;

    /** Makes this process exit when the memory of a mock in it runs out. */
    public static void exitWhenOutOfMemory() {
        exits = true;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            exitIfOutOfMemory(failure);
        });
    }

    private static boolean exitIfOutOfMemory(Throwable failure) {
        Throwable one = failure;
        for (int depth = 0; one != null && depth < MOST_CAUSES; depth++) {
            if (one instanceof OutOfMemoryError) {
                exit();
                return true;
            }
            one = one.getCause();
        }
        return false;
    }

    /** Exits at once: what runs at an orderly end needs memory. */
    private static void exit() {
        if (exits) {
            System.err.println("handlekit-mock: out of memory; start it with more, such as -Xmx1g");
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** Notes that a call failed. */
    public void failed(Throwable failure) {
        if (exitIfOutOfMemory(failure)) {
            isReady = false;
        }
    }

    boolean isReady() {
        return isReady;
    }

    @Override
    public String toString() {
        return isReady ? "ready" : "out-of-memory";
    }
}
