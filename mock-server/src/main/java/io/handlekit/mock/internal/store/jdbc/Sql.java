package io.handlekit.mock.internal.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on a connection, each with a time limit. */
final class Sql {
    private static final int FETCH_SIZE = 500;

    /** Long enough for a list that reads all of a million customers. */
    private static final int SECONDS = 10;

    private static final int NO_LIMIT = 0;

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** A function of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A consumer of the rows of a long answer. */
    interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Row<T> reader, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(SECONDS, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    <T> Optional<T> row(String sql, Row<T> reader, @Nullable Object... parameters) throws SQLException {
        return rows(sql, reader, parameters).stream().findFirst();
    }

    /** Returns the number in the only row. */
    long number(String sql, @Nullable Object... parameters) throws SQLException {
        return row(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /** Reads rows one after another, without holding all of them. */
    void each(String sql, EachRow reader) throws SQLException {
        try (PreparedStatement statement = prepare(NO_LIMIT, sql)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** Changes rows, and returns how many. */
    int change(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(SECONDS, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Changes rows as {@link #change} does, and takes as long as it takes. */
    int changeMany(String sql) throws SQLException {
        try (PreparedStatement statement = prepare(NO_LIMIT, sql)) {
            return statement.executeUpdate();
        }
    }

    /** Runs a statement once for each list of parameters, and returns how many rows each of them changed. */
    int[] batch(String sql, List<@Nullable Object[]> parameters) throws SQLException {
        try (PreparedStatement statement = prepare(SECONDS, sql)) {
            for (@Nullable Object[] each : parameters) {
                bind(statement, each);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    private PreparedStatement prepare(int seconds, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            // H2 has one limit for all statements of a connection, and compiles each of them anew after a change.
            if (statement.getQueryTimeout() != seconds) {
                statement.setQueryTimeout(seconds);
            }
            bind(statement, parameters);
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** Returns {@code (?, ?, ?)} for three values. */
    static String places(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
