package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions to a running mock and its JVM. */
final class Control {
    private static final Pattern CUSTOMERS = Pattern.compile("handlekit_mock_customers ([0-9]+)");
    private static final Pattern USED = Pattern.compile("total .*used ([0-9]+)K");

    private Control() {}

    static void reset(int port) throws IOException {
        ask(port, "POST", "/_handlekit/reset");
    }

    static long customers(int port) throws IOException {
        return number(CUSTOMERS, ask(port, "GET", "/_handlekit/metrics"));
    }

    private static String ask(int port, String method, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = text(socket.getInputStream());
            if (!answer.startsWith("HTTP/1.1 200")) {
                throw new IOException(method + " " + path + ": " + answer);
            }
            return answer;
        }
    }

    /** Collects the garbage of a JVM, and returns the bytes that are left. */
    static long heapAfterCollection(Path javaHome, long pid) throws IOException {
        Path jcmd = javaHome.resolve("bin/jcmd");
        run(jcmd, pid, "GC.run");
        // One line, or one for each generation.
        return USED.matcher(run(jcmd, pid, "GC.heap_info"))
                        .results()
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                * 1024;
    }

    private static String run(Path jcmd, long pid, String command) throws IOException {
        return text(new ProcessBuilder(jcmd.toString(), String.valueOf(pid), command)
                .start()
                .getInputStream());
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static long number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no number in: " + text);
        }
        return Long.parseLong(matcher.group(1));
    }
}
