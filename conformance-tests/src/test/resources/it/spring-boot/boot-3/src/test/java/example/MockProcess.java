package example;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mock that runs as a process, as the runnable jar starts it. It ends with this JVM. */
final class MockProcess {
    private static final Pattern BASE_URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/v1\\b");

    private MockProcess() {}

    /** Starts a mock and returns the base URL that it prints. */
    static String start() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-jar",
                            System.getProperty("mock.jar"),
                            "--empty",
                            "--exit-with-parent")
                    .redirectErrorStream(true)
                    .start();
            return baseUrl(process.inputReader());
        } catch (IOException notStarted) {
            throw new IllegalStateException(notStarted);
        }
    }

    private static String baseUrl(BufferedReader output) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher url = BASE_URL.matcher(line);
            if (url.find()) {
                return url.group();
            }
            printed.append(line).append('\n');
        }
        throw new IllegalStateException("the mock printed no base URL:\n" + printed);
    }
}
