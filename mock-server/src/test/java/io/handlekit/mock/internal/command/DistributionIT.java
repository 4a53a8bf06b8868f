package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.RawClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The distribution, unpacked and started by its script. */
@Timeout(180)
class DistributionIT {
    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void unpack() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "not run: sh is not installed");
        Path packed = only(Path.of("target"), "handlekit-mock-", ".tar.gz");
        Path target = Files.createDirectories(folder.resolve("un packed"));
        try (MockProcess tar =
                MockProcess.start(Map.of(), List.of("tar", "-xzf", packed.toString(), "-C", target.toString()))) {
            assertThat(tar.rest()).isEmpty();
        }
        home = only(target, "handlekit-mock-", "");
    }

    private static Path only(Path where, String start, String end) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private MockProcess start(Path cache, String javaOptions, String... options) throws IOException {
        return start(cache, Map.of("JAVA_OPTS", javaOptions), options);
    }

    private MockProcess start(Path cache, Map<String, String> more, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/handlekit-mock").toString()));
        command.addAll(List.of(options));
        Map<String, String> environment = new HashMap<>(more);
        environment.put("XDG_CACHE_HOME", cache.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return MockProcess.start(environment, command);
    }

    private static void assertAnswers(MockProcess mock) throws IOException {
        RawClient client = new RawClient(MockProcess.base(mock.introduction().get(0)));
        assertThat(client.get("/customers").code()).isZero();
    }

    @Test
    void the_first_start_creates_a_class_archive_and_the_second_uses_it() throws Exception {
        // The JVM ignores a class archive made from a path with spaces.
        home = Files.move(home, folder.resolve("home"));
        Path cache = folder.resolve("cache");
        Path archive = archiveOfAFirstStart(cache);
        Path loaded = folder.resolve("loaded");

        try (MockProcess mock = start(cache, "-Xlog:class+load:file=" + loaded)) {
            assertAnswers(mock);
        }

        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains(MockOpenprovider.class.getName() + " source: shared objects file"));
        assertThat(archive.getParent()).isDirectoryNotContaining("glob:**.{lock,new}");
    }

    private Path archiveOfAFirstStart(Path cache) throws IOException {
        try (MockProcess mock = start(cache, "")) {
            assertAnswers(mock);
        }
        return archive(cache.resolve("handlekit"));
    }

    @Test
    void making_the_archive_does_not_touch_what_the_environment_configures() throws Exception {
        Path portFile = folder.resolve("port");
        Path cache = folder.resolve("cache");
        Map<String, String> environment = Map.of(
                "HANDLEKIT_MOCK_PORT_FILE", portFile.toString(), "HANDLEKIT_MOCK_SEED_FILE", "no-such-file.json");

        try (MockProcess mock =
                start(cache, environment, "--seed-file", noCustomers().toString())) {
            assertAnswers(mock);
            archive(cache.resolve("handlekit"));
            assertThat(portFile).exists();
        }
    }

    private Path noCustomers() throws IOException {
        return Files.writeString(folder.resolve("seed.json"), "[]");
    }

    @Test
    void an_archive_is_not_used_with_another_jar_of_the_same_size_and_date() throws Exception {
        Path jar = home.resolve("lib/handlekit-mock.jar");
        Path cache = folder.resolve("cache");
        Map<String, String> environment =
                Map.of("JAVA_HOME", javaThatPrintsItsOptions().toString(), "XDG_CACHE_HOME", cache.toString());
        List<String> command = List.of(home.resolve("bin/handlekit-mock").toString());
        writeJar(jar, "one class");
        printed(environment, command);
        Path archive = archive(cache.resolve("handlekit"));
        assertThat(printed(environment, command)).contains("-XX:SharedArchiveFile=" + archive);

        writeJar(jar, "any class");

        assertThat(printed(environment, command)).doesNotContain("-XX:SharedArchiveFile");
        archive(cache.resolve("handlekit")); // the background process has ended
    }

    /** Returns a Java home whose Java makes an archive or prints its options. */
    private Path javaThatPrintsItsOptions() throws IOException {
        Path java = folder.resolve("java/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, """
                #!/bin/sh
                for option; do
                  case $option in -XX:ArchiveClassesAtExit=*) echo archive > "${option#*=}"; exit ;; esac
                done
                echo "$@"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return folder.resolve("java");
    }

    private static String printed(Map<String, String> environment, List<String> command) throws Exception {
        try (MockProcess mock = MockProcess.start(environment, command)) {
            return mock.rest();
        }
    }

    /** Writes a jar with one entry; its size and date depend on nothing else than the length of the content. */
    private static void writeJar(Path jar, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry("A.class");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(entry);
            zip.write(bytes);
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    }

    /** Waits until the background process has made the archive, and returns it. */
    private static Path archive(Path cache) throws IOException {
        Instant latest = Instant.now().plus(Duration.ofMinutes(2));
        while (Files.notExists(cache) || !list(cache).stream().allMatch(name -> name.endsWith(".jsa"))) {
            assertThat(Instant.now()).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return only(cache, "mock-", ".jsa");
    }

    private static List<String> list(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void the_mock_starts_silently_if_the_archive_cannot_be_written() throws Exception {
        try (MockProcess mock = start(Path.of("/dev/null"), "")) {
            assertThat(mock.introduction()).hasSize(3);
        }
    }

    @Test
    void a_truncated_archive_is_silently_ignored_and_replaced() throws Exception {
        Path cache = folder.resolve("cache");
        Path archive = archiveOfAFirstStart(cache);
        long size = Files.size(archive);
        replace(archive, Arrays.copyOf(Files.readAllBytes(archive), (int) size / 2));

        try (MockProcess mock = start(cache, "")) {
            assertThat(mock.introduction()).hasSize(3);
        }

        assertThat(Files.size(archive(cache.resolve("handlekit")))).isGreaterThan(size / 2);
    }

    @Test
    void a_corrupt_archive_is_silently_ignored() throws Exception {
        Path cache = folder.resolve("cache");
        Path archive = archiveOfAFirstStart(cache);
        byte[] bytes = Files.readAllBytes(archive);
        Arrays.fill(bytes, bytes.length / 4, bytes.length / 2, (byte) 0);
        replace(archive, bytes);

        try (MockProcess mock = start(cache, "")) {
            assertThat(mock.introduction()).hasSize(3);
        }
    }

    /** Deletes the archive first, because it is read-only. */
    private static void replace(Path archive, byte[] bytes) throws IOException {
        Files.delete(archive);
        Files.write(archive, bytes);
    }

    @Test
    void signals_reach_the_mock_and_the_script_returns_its_exit_code() throws Exception {
        try (MockProcess mock = start(Path.of("/dev/null"), "")) {
            assertAnswers(mock);
            mock.process().toHandle().destroy();
            assertThat(mock.exitCode()).isEqualTo(143);
        }
        try (MockProcess mock = start(Path.of("/dev/null"), "", "--port", "a b")) {
            assertThat(mock.rest()).startsWith("--port: ").hasLineCount(1);
            assertThat(mock.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void the_script_works_through_a_symbolic_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("bin/handlekit-mock"));
        try (MockProcess mock = MockProcess.start(
                Map.of("HANDLEKIT_MOCK_ARCHIVE", "off", "JAVA_HOME", System.getProperty("java.home")),
                List.of(link.toString(), "--version"))) {
            assertThat(mock.rest()).startsWith("handlekit-mock ").doesNotContain("source");
        }
    }

    @Test
    void the_script_works_with_cdpath_set() throws Exception {
        Map<String, String> environment = Map.of(
                "CDPATH",
                home.toString(),
                "HANDLEKIT_MOCK_ARCHIVE",
                "off",
                "JAVA_HOME",
                System.getProperty("java.home"));
        List<String> command =
                List.of("sh", "-c", "cd -- \"$1\" && bin/handlekit-mock --version", "sh", home.toString());

        try (MockProcess mock = MockProcess.start(environment, command)) {
            assertThat(mock.rest()).startsWith("handlekit-mock ").hasLineCount(1);
        }
    }

    @Test
    void without_java_the_script_prints_where_it_looked() throws Exception {
        try (MockProcess mock = MockProcess.start(
                Map.of("JAVA_HOME", "/no/such/java"),
                List.of(home.resolve("bin/handlekit-mock").toString()))) {
            assertThat(mock.rest()).isEqualTo("no Java at '/no/such/java/bin/java': set JAVA_HOME to Java 17 or later");
            assertThat(mock.exitCode()).isEqualTo(2);
        }
    }
}
