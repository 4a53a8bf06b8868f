package io.handlekit.conformance.privacy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The text that an action writes to the console and to the JDK's logs. */
final class CapturedOutput {
    private CapturedOutput() {}

    /** Returns all that was written while the action ran. */
    static String during(Runnable action) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                stream.println(entry.getMessage() + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(log);
        System.setOut(stream);
        System.setErr(stream);
        try {
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
            Logger.getLogger("").removeHandler(log);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
