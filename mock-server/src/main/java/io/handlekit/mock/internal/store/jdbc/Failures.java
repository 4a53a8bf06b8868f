package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoreUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;

/**
 * The meaning of a database's failures, by SQL state. A message of a database is never passed on, because it may quote
 * a customer.
 */
final class Failures {
    /** Serialization failures and deadlocks, in PostgreSQL and in H2. The transaction had no effect. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "90131");

    /** A disk that is full, a text that is too long, and a row that is. */
    private static final Set<String> FULL = Set.of("53100", "53200", "22001", "54000", "90039");

    /** Classes: connections, resources, an operator, the system, H2's time limits and H2's own state. */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58", "HY", "28", "3D");

    /** A read-only server after a failover, a lock, a cancelled statement, and a database of H2 that was closed. */
    private static final Set<String> UNAVAILABLE_STATES =
            Set.of("25006", "55P03", "90121", "90098", "90067", "90028", "90031", "90007", "57014");

    private Failures() {}

    static boolean canRunAgain(SQLException failure) {
        return AGAIN.contains(state(failure));
    }

    static RuntimeException of(SQLException failure) {
        String state = state(failure);
        if (FULL.contains(state)) {
            return new StoreFull();
        }
        if (isUnavailable(failure, state)) {
            return new StoreUnavailable(reason(state) + " (SQL state " + state + ")", failure);
        }
        return new IllegalStateException("the database refused a statement (SQL state " + state + ")", failure);
    }

    private static String reason(String state) {
        return switch (state) {
            case "08004", "28000", "28P01" -> "the database refuses the user or the password";
            case "3D000" -> "the server has no such database";
            default -> "the database is not available";
        };
    }

    private static boolean isUnavailable(SQLException failure, String state) {
        return failure instanceof SQLTransientConnectionException
                || AGAIN.contains(state)
                || UNAVAILABLE_STATES.contains(state)
                || (state.length() == 5 && UNAVAILABLE.contains(state.substring(0, 2)));
    }

    /** Returns the state of a failure, or of what a batch failed of; empty if there is none. */
    static String state(SQLException failure) {
        SQLException next = failure.getNextException();
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.isEmpty() && next != null ? state(next) : state;
    }
}
