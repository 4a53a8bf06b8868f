package io.handlekit.mock.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** The watch over standard input, which ends when the parent program ends. */
final class ParentWatch {
    private final InputStream input;
    private final CountDownLatch announced = new CountDownLatch(1);
    private volatile boolean ended;

    private ParentWatch(InputStream input) {
        this.input = input;
    }

    /** Starts to read. Once the mock is {@linkplain #announced announced}, the end of the input runs {@code exit}. */
    static ParentWatch over(InputStream input, Runnable exit) {
        ParentWatch watch = new ParentWatch(input);
        Thread thread = new Thread(() -> watch.read(exit), "exit-with-parent");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void read(Runnable exit) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | UncheckedIOException broken) {
            // Counts as the end of the input.
        }
        ended = true;
        try {
            announced.await();
            exit.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns true if the input has ended. */
    boolean hasEnded() {
        return ended;
    }

    /** Lets the end of the input exit the process from now on. */
    void announced() {
        announced.countDown();
    }
}
