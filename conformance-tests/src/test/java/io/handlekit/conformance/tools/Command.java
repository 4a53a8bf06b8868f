package io.handlekit.conformance.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that has ended.
 *
 * @param exitCode its exit code
 * @param output its output and errors
 */
record Command(int exitCode, String output) {
    private static final long MOST_MINUTES = 5;

    /** Runs a command in a folder. Its output also stands in a file there. */
    static Command run(Path folder, String name, List<String> words) {
        Path log = folder.resolve(name + ".log");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(name + " has not ended after " + MOST_MINUTES + " minutes; see " + log);
            }
            return new Command(process.exitValue(), Files.readString(log));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns the output; fails if the exit code is not zero. */
    String succeeded() {
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + ":\n" + output);
        }
        return output;
    }

    @Override
    public String toString() {
        return "Command[" + exitCode + "]";
    }
}
