package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.internal.store.InvalidStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The tables, made and brought to the newest version at the start. A row with the version is locked meanwhile, so several
 * mocks may start at once. Each statement of a script may run again, because H2 keeps what a broken start has made.
 */
final class Schema {
    private static final int NEWEST = 1;
    private static final int MOST_ATTEMPTS = 20;

    /** The SQL states for a table or a row that another mock makes at the same moment. */
    private static final Set<String> MADE_MEANWHILE = Set.of("23505", "42P07", "42S01", "42101", "42710");

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /**
     * Makes or changes the tables.
     *
     * @throws InvalidStore if they are newer than this program knows
     */
    void migrate() {
        make("CREATE TABLE IF NOT EXISTS handlekit_schema (one INTEGER PRIMARY KEY, version INTEGER NOT NULL)");
        make("INSERT INTO handlekit_schema (one, version) SELECT 1, 0 WHERE NOT EXISTS"
                + " (SELECT 1 FROM handlekit_schema)");
        database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            long version = sql.number("SELECT version FROM handlekit_schema WHERE one = 1 FOR UPDATE");
            if (version > NEWEST) {
                throw new InvalidStore("the store has version " + version + ", and this program knows versions up to "
                        + NEWEST + "; use a newer program");
            }
            for (int next = (int) version + 1; next <= NEWEST; next++) {
                run(connection, next);
                sql.change("UPDATE handlekit_schema SET version = ? WHERE one = 1", next);
            }
            return true;
        });
    }

    private void make(String statement) {
        boolean isMade = false;
        for (int attempt = 1; !isMade; attempt++) {
            boolean isLast = attempt == MOST_ATTEMPTS;
            isMade = database.run(connection -> {
                try {
                    new Sql(connection).change(statement);
                    return true;
                } catch (SQLException failure) {
                    if (isLast || !MADE_MEANWHILE.contains(Failures.state(failure))) {
                        throw failure;
                    }
                    return false;
                }
            });
        }
    }

    private void run(Connection connection, int version) throws SQLException {
        String script = new String(Resources.bytes(database.dialect().script(version)), StandardCharsets.UTF_8);
        try (Statement statement = connection.createStatement()) {
            for (String each : script.split(";\\s*\n", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }
}
