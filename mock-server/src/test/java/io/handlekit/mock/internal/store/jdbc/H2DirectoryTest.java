package io.handlekit.mock.internal.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerTag;
import io.handlekit.mock.internal.store.InvalidStore;
import io.handlekit.mock.internal.store.StoreContract;
import io.handlekit.mock.internal.store.StoreLocation;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.Postgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that cannot be opened: each is told in one line, and nothing is overwritten. */
class H2DirectoryTest {
    private static final int TWO_HEADERS = 8192;

    @TempDir
    private Path folder;

    private static Stores open(StoreLocation location) {
        return JdbcStores.open(location, StoreContract.SEED);
    }

    private StoreLocation filled() {
        StoreLocation location = StoreLocation.of("file:" + folder);
        try (Stores stores = open(location)) {
            stores.begin(List.of(), 1);
            for (int i = 0; i < 500; i++) {
                stores.tags().add(new CustomerTag("customer", "tag " + i));
            }
        }
        return location;
    }

    @Test
    void a_lost_file_is_not_replaced_by_an_empty_one() throws Exception {
        StoreLocation location = filled();
        Files.delete(folder.resolve("handlekit.mv.db"));

        assertThatThrownBy(() -> open(location))
                .isInstanceOf(InvalidStore.class)
                .hasMessage(location + ": handlekit.mv.db is missing; put it back, or delete handlekit-store.txt to"
                        + " start with an empty store");
        assertThat(folder.resolve("handlekit.mv.db")).doesNotExist();
    }

    @Test
    void a_damaged_file_is_told_and_left_as_it_is() throws Exception {
        StoreLocation location = filled();
        Path file = folder.resolve("handlekit.mv.db");
        byte[] whole = Files.readAllBytes(file);
        byte[] zeros = whole.clone();
        Arrays.fill(zeros, (byte) 0);
        byte[] overwritten = whole.clone();
        Arrays.fill(overwritten, 0, overwritten.length / 2, (byte) 'x');

        for (byte[] damaged : List.of(
                new byte[0],
                zeros,
                overwritten,
                "not a database".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 3),
                Arrays.copyOf(whole, TWO_HEADERS),
                Arrays.copyOf(whole, TWO_HEADERS + 800))) {
            Files.write(file, damaged);
            assertThatThrownBy(() -> open(location))
                    .isInstanceOf(InvalidStore.class)
                    .hasMessageMatching("file:\\S+: handlekit.mv.db (is damaged; put|cannot be opened).*")
                    .message()
                    .hasLineCount(1);
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        }
    }

    @Test
    void a_file_in_use_is_told_in_one_line() throws Exception {
        try (MockProcess first = MockProcess.run(Map.of(), "--store=file:" + folder)) {
            first.introduction();
            assertThatThrownBy(() -> open(StoreLocation.of("file:" + folder)))
                    .isInstanceOf(InvalidStore.class)
                    .hasMessage("file:" + folder + ": handlekit.mv.db is in use by another process");
        }
    }

    @Test
    void a_newer_schema_is_refused_in_one_line_and_stays() throws SQLException {
        String url = Postgres.freshDatabase();
        StoreLocation location = StoreLocation.of(url);
        open(location).close();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE handlekit_schema SET version = 99");
        }

        assertThatThrownBy(() -> open(location))
                .isInstanceOf(InvalidStore.class)
                .hasMessage(
                        location + ": the store has version 99, and this program knows versions up to 1; use a newer"
                                + " program");
    }

    @Test
    void a_user_or_a_database_that_the_server_does_not_know_is_told() {
        String url = Postgres.freshDatabase();

        assertThatThrownBy(() -> open(StoreLocation.of(url.replace("user=postgres", "user=nobody"))))
                .isInstanceOf(InvalidStore.class)
                .hasMessageEndingWith(": the database refuses the user or the password (SQL state 28000)");
        assertThatThrownBy(() -> open(StoreLocation.of(url.replaceAll("/test[0-9]+", "/missing"))))
                .isInstanceOf(InvalidStore.class)
                .hasMessageEndingWith("/missing: the server has no such database (SQL state 3D000)");
    }

    @Test
    void a_database_that_is_not_there_at_the_start_is_not_logged_as_well() {
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setErr(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> open(StoreLocation.of("jdbc:postgresql://127.0.0.1:1/x")))
                    .isInstanceOf(InvalidStore.class);
        } finally {
            System.setErr(err);
        }
        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_password_is_refused_in_a_url_and_shown_nowhere() {
        for (String url : List.of(
                "jdbc:postgresql://ada:s3cret@localhost/x", "jdbc:postgresql://localhost/x?user=ada&PASSWORD=s3cret")) {
            assertThatThrownBy(() -> StoreLocation.of(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("s3cret", "ada");
        }
        StoreLocation location =
                StoreLocation.of("jdbc:postgresql://127.0.0.1:1/x?user=ada").password("s3cret");

        assertThat(location).hasToString("jdbc:postgresql://127.0.0.1:1/x");
        assertThatThrownBy(() -> open(location))
                .isInstanceOf(InvalidStore.class)
                .message()
                .startsWith("jdbc:postgresql://127.0.0.1:1/x: the database is not available (SQL state 08")
                .doesNotContain("s3cret", "ada");
    }
}
