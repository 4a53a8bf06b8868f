package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The shell of a reader who follows one section of a page, in a folder that is empty at the start. */
final class PageShell {
    private static final int PATIENCE_MINUTES = 15;

    private final Path programs;
    private final Path settings;
    private Path folder;
    private String printed = "";

    /**
     * @param temporary where the folder, the shell's programs and its files go
     * @param folder the folder of the reader
     */
    PageShell(Path temporary, Path folder) throws IOException {
        this.folder = folder;
        programs = Files.createDirectories(temporary.resolve("programs"));
        settings = temporary.resolve("settings.xml");
        String localRepository =
                Path.of(System.getProperty("handlekit.resolved")).toUri().toString();
        Files.writeString(
                settings,
                Files.readString(Path.of("src/test/resources/it/settings.xml"))
                        .replace("@localRepositoryUrl@", localRepository));
        Files.writeString(programs.resolve("mvn"), maven());
        assertThat(programs.resolve("mvn").toFile().setExecutable(true)).isTrue();
    }

    /** Returns a Maven that finds Handlekit where this build has put it, and all else where this build has found it. */
    private String maven() {
        return "#!/bin/sh\nexec '" + System.getProperty("handlekit.maven") + "/bin/mvn' -B -ntp -s '" + settings
                + "' '-Dmaven.repo.local=" + Path.of("target/it-repo").toAbsolutePath() + "' \"$@\"\n";
    }

    void follow(PageBlock block) throws IOException, InterruptedException {
        switch (block.what()) {
            case FILE -> write(block);
            case RUN -> run(block.text());
            case PRINTED -> assertThat(printed).contains(block.text().lines().toList());
            case SHOWN -> {}
        }
    }

    private void write(PageBlock file) throws IOException {
        Path target = folder.resolve(file.path());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.text());
    }

    private void run(String commands) throws IOException, InterruptedException {
        Path output = programs.resolveSibling("output");
        Path where = programs.resolveSibling("where");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-euc", commands + "\npwd > '" + where + "'"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment().put("handlekit", Path.of("..").toRealPath().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Both contracts at once, and no JVM with its second compiler.
        builder.environment()
                .put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -DargLine=-XX:TieredStopAtLevel=1 -DforkCount=2");
        builder.environment()
                .merge("PATH", "", (path, none) -> programs + ":" + System.getProperty("java.home") + "/bin:" + path);
        Process shell = builder.start();
        try {
            assertThat(shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as(commands)
                    .isTrue();
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
        }
        printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(shell.exitValue()).as("%s%n%s", commands, printed).isZero();
        folder = Path.of(Files.readString(where).strip());
    }
}
