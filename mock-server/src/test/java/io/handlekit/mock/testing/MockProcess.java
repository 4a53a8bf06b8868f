package io.handlekit.mock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.internal.command.MockCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, as a user runs it. Closing it ends the process. */
public record MockProcess(Process process, BufferedReader output) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    public static MockProcess run(Map<String, String> environment, String... options) throws IOException {
        return start(environment, command(options));
    }

    public static List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MockCommand.class.getName()));
        command.addAll(List.of(options));
        return command;
    }

    public static MockProcess start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new MockProcess(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** Returns what it prints at the start, without the lines to paste. */
    public List<String> introduction() throws IOException {
        List<String> lines = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.startsWith("curl")) {
            lines.add(line);
            line = output.readLine();
        }
        assertThat(line).as("it ended: %s", lines).isNotNull();
        return lines;
    }

    public static URI base(String title) {
        return URI.create(title.replace("Openprovider mock at ", ""));
    }

    /** Returns the rest of its output when it has ended. */
    public String rest() throws Exception {
        String text = String.join("\n", output.lines().toList());
        exitCode();
        return text;
    }

    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            exitCode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Shows the process only. */
    @Override
    public String toString() {
        return "MockProcess[" + process.pid() + "]";
    }
}
