package io.handlekit.mock.internal.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.handlekit.mock.internal.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database behind a pool of connections. Work that the database refuses because of other work is done again. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration VALIDATION = Duration.ofSeconds(2);
    private static final int READY_SECONDS = 2;
    private static final int MOST_ATTEMPTS = 50;
    private static final int MOST_MILLIS_BETWEEN = 50;

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final Runnable closing;
    private final AtomicBoolean isAway = new AtomicBoolean();
    private volatile boolean hasAnswered;

    /**
     * Creates a database.
     *
     * @param closing what to do when the connections are closed
     */
    Database(Dialect dialect, DataSource source, Runnable closing) {
        this.dialect = dialect;
        this.closing = closing;
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("handlekit-store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Does work in one transaction, all of it or nothing, as often as the database asks for. */
    <T extends @Nullable Object> T inTransaction(Work<T> work) {
        return run(connection -> {
            T result = transaction(connection, work);
            dialect.afterCommit(connection);
            return result;
        });
    }

    /** Does work that changes nothing in one transaction, and never again. */
    <T extends @Nullable Object> T once(Work<T> work) {
        return run(connection -> transaction(connection, work), 1);
    }

    private static <T extends @Nullable Object> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean isCommitted = false;
        try {
            T result = work.on(connection);
            connection.commit();
            isCommitted = true;
            // A statement after this begins no transaction. The pool would roll it back, and H2 forgets its compiled
            // statements then.
            connection.setAutoCommit(true);
            return result;
        } finally {
            if (!isCommitted) {
                rollBack(connection);
            }
        }
    }

    /** Does work that is a single statement and changes nothing. */
    <T extends @Nullable Object> T run(Work<T> work) {
        return run(work, MOST_ATTEMPTS);
    }

    private <T extends @Nullable Object> T run(Work<T> work, int mostAttempts) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = pool.getConnection()) {
                T result = work.on(connection);
                hasAnswered = true;
                told(false, "");
                return result;
            } catch (SQLException failure) {
                if (!Failures.canRunAgain(failure) || attempt == mostAttempts) {
                    throw told(failure);
                }
            }
            pause(attempt);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // The failure before it matters; the database rolls back what is not committed.
        }
    }

    private static void pause(int attempt) {
        long most = TimeUnit.MILLISECONDS.toNanos(Math.min(attempt, MOST_MILLIS_BETWEEN));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }

    private RuntimeException told(SQLException failure) {
        RuntimeException what = Failures.of(failure);
        // A start that is refused says so itself.
        if (what instanceof StoreUnavailable && hasAnswered) {
            told(true, Failures.state(failure));
        }
        return what;
    }

    /** Logs once that the database is away, and once that it is back. */
    private void told(boolean away, String state) {
        if (isAway.get() != away && isAway.compareAndSet(!away, away)) {
            if (away) {
                LOG.error("the database of the store does not answer (SQL state {}); calls get code 4005", state);
            } else {
                LOG.warn("the database of the store answers again");
            }
        }
    }

    boolean isReady() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(READY_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
        closing.run();
    }
}
