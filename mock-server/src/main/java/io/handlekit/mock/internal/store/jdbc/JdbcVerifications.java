package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.store.StoredItem.Counter;
import io.handlekit.mock.internal.store.StoredVerification;
import io.handlekit.mock.internal.store.VerificationStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Verifications in a database. Their counter is the lock of all changes. */
final class JdbcVerifications implements VerificationStore {
    static final String INSERT =
            "INSERT INTO handlekit_verifications (id, handle, deadline, confirmed, email) VALUES (?, ?, ?, ?, ?)";

    private static final String UPDATE =
            "UPDATE handlekit_verifications SET id = ?, handle = ?, deadline = ?, confirmed = ? WHERE email = ?";
    private static final String SELECT = "SELECT id, handle, deadline, confirmed, email FROM handlekit_verifications";

    private final Database database;
    private final Dialect dialect;

    JdbcVerifications(Database database) {
        this.database = database;
        dialect = database.dialect();
    }

    @Override
    public Optional<StoredVerification> change(String email, UnaryOperator<Optional<StoredVerification>> change) {
        return database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            Counters counters = new Counters(sql);
            long lastId = counters.lock(Counter.VERIFICATIONS);
            Optional<StoredVerification> before = sql.row(SELECT + " WHERE email = ?", this::read, dialect.key(email));
            Optional<StoredVerification> after = change.apply(before)
                    .map(changed -> changed.id() == StoredVerification.NEW
                            ? changed.withId(Math.toIntExact(lastId + 1))
                            : changed);
            if (after.isEmpty()) {
                sql.change("DELETE FROM handlekit_verifications WHERE email = ?", dialect.key(email));
            } else if (!after.equals(before)) {
                sql.change(before.isPresent() ? UPDATE : INSERT, parameters(dialect, after.get()));
                counters.set(Counter.VERIFICATIONS, Math.max(lastId, after.get().id()));
            }
            return after;
        });
    }

    /** Returns the parameters of {@link #INSERT}. */
    static @Nullable Object[] parameters(Dialect dialect, StoredVerification verification) {
        return new @Nullable Object[] {
            verification.id(),
            verification.handle().map(handle -> dialect.key(handle.value())).orElse(null),
            verification.deadline().toString(),
            verification.confirmed(),
            dialect.key(verification.email())
        };
    }

    private StoredVerification read(ResultSet row) throws SQLException {
        return new StoredVerification(
                row.getInt(1),
                dialect.text(row, 5),
                Optional.of(dialect.text(row, 2))
                        .filter(handle -> !handle.isEmpty())
                        .map(CustomerHandle::new),
                Instant.parse(row.getString(3)),
                row.getBoolean(4));
    }

    @Override
    public Map<String, StoredVerification> find(Collection<String> emails) {
        Object[] keys = emails.stream().distinct().map(dialect::key).toArray();
        Map<String, StoredVerification> found = new HashMap<>();
        if (keys.length > 0) {
            database.run(connection -> new Sql(connection)
                            .rows(SELECT + " WHERE email IN " + Sql.places(keys.length), this::read, keys))
                    .forEach(verification -> found.put(verification.email(), verification));
        }
        return found;
    }

    @Override
    public List<StoredVerification> list() {
        return database.run(connection -> all(new Sql(connection)));
    }

    List<StoredVerification> all(Sql sql) throws SQLException {
        return sql.rows(SELECT + " ORDER BY id", this::read);
    }
}
