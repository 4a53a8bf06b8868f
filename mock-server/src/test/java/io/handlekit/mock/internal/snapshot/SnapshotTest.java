package io.handlekit.mock.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.command.MockCommand;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.Postgres;
import io.handlekit.mock.testing.RawClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole state, saved and loaded. */
class SnapshotTest extends ApiTest {
    @TempDir
    private Path folder;

    /** Makes a state with a bit of everything. */
    private Path saved() {
        createAda();
        createAda();
        client.send("PUT", AL, "{\"comments\":\"new\"}");
        client.send("DELETE", "/customers/AL900002-GB", "");
        create("\"Ada\"", "\"Ольга\\u0000\"");
        client.send("POST", "/tags", "{\"value\":\"VIP\"}");
        client.send("POST", "/customers/verifications/emails/start", "{\"email\":\"ada@example.com\"}");
        mock.behaviour(Behaviour.defaults().with(Switch.Zip.STRICT).numberingStart(7));
        mock.forward(Duration.ofHours(5));
        Path file = folder.resolve("state.jsonl");
        mock.save(file);
        return file;
    }

    private static List<JsonNode> state(MockOpenprovider mock) {
        RawClient client = new RawClient(mock);
        return List.of(
                client.get("/customers?with_additional_data=1").json(),
                client.get(AL + "?with_additional_data=1").json(),
                client.get("/customers/AL900002-GB").json(),
                client.get("/tags").json(),
                client.get("/customers/verifications/emails/domains").json(),
                client.at("/_handlekit/switches"),
                client.at("/_handlekit/clock").path("ahead"));
    }

    @Test
    void a_state_moves_from_memory_to_postgresql_and_counting_goes_on() {
        start(Behaviour.defaults().with(Switch.Deleted.SHOWN));
        Path file = saved();

        try (MockOpenprovider other = MockOpenprovider.start(
                MockOptions.defaults().store(Postgres.freshDatabase()).clock(clock))) {
            other.load(file);
            assertThat(state(other)).isEqualTo(state(mock));
            assertThat(new RawClient(other)
                            .send("POST", "/customers", ADA)
                            .data()
                            .path("handle")
                            .asString())
                    .isEqualTo("AL900003-GB");
        }
    }

    @Test
    void the_control_api_gives_the_state_and_takes_it_back() throws Exception {
        Path file = saved();
        List<JsonNode> before = state(mock);
        client.control("POST", "/reset", "");

        assertThat(client.control("POST", "/snapshot", Files.readString(file))
                        .json()
                        .path("customers")
                        .intValue())
                .isEqualTo(2);

        assertThat(state(mock)).isEqualTo(before);
    }

    @Test
    void a_snapshot_that_is_cut_off_or_changed_is_told_by_line_and_changes_nothing() throws Exception {
        String whole = Files.readString(saved());
        List<String> lines = whole.lines().toList();
        List<JsonNode> before = state(mock);
        Map<String, String> wrong = Map.of(
                "",
                "line 1: the end is missing",
                "{}",
                "line 1: this is not a snapshot, or one of a newer program",
                "ADA",
                "line 1: this is not JSON",
                String.join("\n", lines.subList(0, lines.size() - 1)),
                "line " + lines.size() + ": the end is missing",
                lines.get(0) + "\n" + String.join("\n", lines.subList(2, lines.size())),
                "line " + (lines.size() - 1) + ": lines are missing before this one",
                lines.get(0) + "\n{\"customer\":1}\n",
                "line 2: this is not a counter, customer, tag or verification",
                whole.replace("\"strict\"", "\"ada\""),
                "line 1: zip must be lenient or strict");
        wrong.forEach((text, why) -> {
            RawClient.Answer refused = client.control("POST", "/snapshot", text);
            assertThat(refused.status()).as(why).isEqualTo(400);
            assertThat(refused.json().path("desc").stringValue()).isEqualTo(why);
        });
        assertThatThrownBy(() -> mock.load(Files.writeString(folder.resolve("short"), lines.get(0))))
                .isInstanceOf(InvalidSnapshot.class);
        assertThat(state(mock)).isEqualTo(before);
    }

    @Test
    void a_request_saves_to_the_file_of_the_options_and_so_does_the_end() {
        Path file = folder.resolve("state.jsonl");
        try (MockOpenprovider saving =
                MockOpenprovider.start(MockOptions.defaults().snapshot(file))) {
            RawClient other = new RawClient(saving);
            other.send("POST", "/customers", ADA);
            assertThat(other.control("POST", "/snapshot/save", "")
                            .json()
                            .path("customers")
                            .intValue())
                    .isEqualTo(1);
            mock.load(file);
            assertThat(mock.size()).isEqualTo(1);
            other.send("POST", "/customers", ADA);
        }
        mock.load(file);
        assertThat(mock.size()).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining(left -> !left.equals(file));
    }

    @Test
    void a_request_saves_nowhere_else() {
        RawClient.Answer nowhere = client.control("POST", "/snapshot/save", "");
        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.json().path("desc").stringValue())
                .isEqualTo("there is no file to save to; start the mock with --snapshot FILE");
        MockOpenprovider saving = MockOpenprovider.start(
                MockOptions.defaults().snapshot(folder.resolve("missing").resolve("state.jsonl")));
        RawClient other = new RawClient(saving);

        assertFault(other.control("POST", "/snapshot/save", "{\"file\":\"elsewhere\"}"), 400, 900402);
        assertFault(other.control("POST", "/snapshot/save", ""), 507, 900507);
        assertThatThrownBy(saving::close).isInstanceOf(UncheckedIOException.class);
        assertThatCode(saving::close).doesNotThrowAnyException();
    }

    @Test
    void the_command_saves_at_its_end_and_starts_with_what_was_saved() throws Exception {
        Path file = folder.resolve("state.jsonl");
        try (MockProcess mock = MockProcess.run(Map.of(), "--empty", "--snapshot=" + file)) {
            URI base = MockProcess.base(mock.introduction().get(0));
            new RawClient(base).send("POST", "/customers", ADA);
            mock.process().toHandle().destroy();
            assertThat(mock.exitCode()).isEqualTo(143);
        }
        for (int start = 0; start < 2; start++) {
            MockCommand command = new MockCommand(Map.of());
            assertThat(execute(
                            command,
                            "--empty",
                            "--load=" + file,
                            "--store=file:" + folder.resolve("store"),
                            "--port=0"))
                    .isEqualTo("");
            try (MockOpenprovider loaded = command.mock().orElseThrow()) {
                RawClient client = new RawClient(loaded);
                assertThat(client.get(AL).code()).isZero();
                assertThat(client.send("POST", "/customers", ADA)
                                .data()
                                .path("handle")
                                .asString())
                        .isEqualTo("AL90000" + (start + 2) + "-GB");
            }
        }
        Files.writeString(file, "{}");
        assertThat(execute(new MockCommand(Map.of()), "--load=" + file, "--port=0"))
                .isEqualTo("--load: " + file
                        + ": line 1: this is not a snapshot, or one of a newer program (see --help)\n");
    }

    @Test
    void the_port_listens_only_when_the_saved_state_is_loaded() throws Exception {
        Path file = saved();
        String place = "file:" + folder.resolve("store");
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(execute(
                            new MockCommand(Map.of()),
                            "--load=" + file,
                            "--store=" + place,
                            "--port=" + taken.getLocalPort()))
                    .contains("cannot listen");
        }

        try (MockOpenprovider next =
                MockOpenprovider.start(MockOptions.defaults().store(place))) {
            assertThat(next.isContinued()).isTrue();
            assertThat(next.size()).isEqualTo(mock.size());
        }
    }

    @Test
    void a_start_with_a_damaged_snapshot_leaves_the_store_new() throws Exception {
        Path file = saved();
        Path damaged = folder.resolve("damaged.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.write(damaged, lines.subList(0, lines.size() - 1));
        MockOptions options = MockOptions.defaults().store("file:" + folder.resolve("store"));

        assertThatThrownBy(() -> MockOpenprovider.start(options.load(damaged)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line " + lines.size() + ": the end is missing");
        try (MockOpenprovider next = MockOpenprovider.start(options.load(file))) {
            assertThat(next.isContinued()).isFalse();
            assertThat(next.behaviour().numberingStart()).isEqualTo(7);
            assertThat(state(next)).isEqualTo(state(mock));
        }
    }

    /** Runs a command in this process, and returns what it writes to standard error. */
    private static String execute(MockCommand command, String... options) {
        StringWriter err = new StringWriter();
        command.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(options);
        return err.toString();
    }
}
