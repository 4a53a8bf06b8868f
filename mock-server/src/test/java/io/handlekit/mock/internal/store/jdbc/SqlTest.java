package io.handlekit.mock.internal.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements on a database of H2, which has one time limit for all statements of a connection. */
class SqlTest {
    private Connection connection;
    private Sql sql;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        sql = new Sql(connection);
        sql.change("CREATE TABLE things (name VARCHAR)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void a_statement_has_ten_seconds() throws SQLException {
        sql.number("SELECT COUNT(*) FROM things");

        assertThat(limit()).isEqualTo(10);
    }

    @Test
    void a_change_of_many_rows_takes_as_long_as_it_takes_also_after_other_statements() throws SQLException {
        sql.change("INSERT INTO things VALUES (?)", "one");

        assertThat(sql.changeMany("DELETE FROM things")).isEqualTo(1);

        assertThat(limit()).isZero();
    }

    private int limit() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.getQueryTimeout();
        }
    }
}
