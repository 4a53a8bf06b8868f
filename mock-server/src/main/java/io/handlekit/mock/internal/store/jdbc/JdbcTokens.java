package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.StoredItem.Counter;
import io.handlekit.mock.internal.store.TokenMaker;
import io.handlekit.mock.internal.store.TokenStore;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Tokens in a database. Those of the latest 10,000 logins are valid. */
final class JdbcTokens implements TokenStore {
    private static final int MOST_TOKENS = 10_000;

    private final Database database;
    private final Dialect dialect;
    private final TokenMaker maker;
    private final boolean isSeeded;

    JdbcTokens(Database database, OptionalLong seed) {
        maker = new TokenMaker(seed);
        isSeeded = seed.isPresent();
        this.database = database;
        dialect = database.dialect();
    }

    @Override
    public String issue(Instant now) {
        return database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            long login = new Counters(sql).next(Counter.LOGINS);
            String token = maker.token(login);
            sql.change("DELETE FROM handlekit_tokens WHERE login <= ?", login - MOST_TOKENS);
            sql.change(
                    "INSERT INTO handlekit_tokens (token, login, issued_at) VALUES (?, ?, ?)",
                    dialect.key(token),
                    login,
                    now.toString());
            return token;
        });
    }

    @Override
    public Optional<Instant> issuedAt(String token) {
        return database.run(connection -> new Sql(connection)
                .row(
                        "SELECT issued_at FROM handlekit_tokens WHERE token = ?",
                        row -> Instant.parse(row.getString(1)),
                        dialect.key(token)));
    }

    @Override
    public void revoke(String token) {
        database.inTransaction(connection ->
                new Sql(connection).change("DELETE FROM handlekit_tokens WHERE token = ?", dialect.key(token)));
    }

    @Override
    public void reset() {
        database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            Counters counters = new Counters(sql);
            long last = counters.lock(Counter.LOGINS);
            // Without a seed, counting from the start would issue tokens that were revoked.
            counters.set(Counter.LOGINS, isSeeded ? 0 : last);
            return sql.changeMany("DELETE FROM handlekit_tokens");
        });
    }
}
