package io.handlekit.mock.internal.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a connection, which may be done again if the database asks for that. */
interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
}
