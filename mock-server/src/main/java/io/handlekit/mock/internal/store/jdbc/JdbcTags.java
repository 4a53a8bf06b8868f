package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerTag;
import io.handlekit.mock.internal.store.TagStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tags in a database. */
final class JdbcTags implements TagStore {
    static final String INSERT = "INSERT INTO handlekit_tags (tag_key, tag_value, position) VALUES (?, ?, ?)";

    private static final String SELECT = "SELECT tag_key, tag_value FROM handlekit_tags WHERE ";
    private static final String IN_ORDER = " ORDER BY position";
    private static final int MOST_IN_A_QUESTION = 500;

    private final Database database;
    private final Dialect dialect;

    JdbcTags(Database database) {
        this.database = database;
        dialect = database.dialect();
    }

    @Override
    public void add(CustomerTag tag) {
        database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            Counters counters = new Counters(sql);
            long position = counters.lock(Counters.TAGS) + 1;
            if (found(sql, Set.of(tag)).isEmpty()) {
                sql.change(INSERT, dialect.key(tag.key()), dialect.key(tag.value()), position);
                counters.set(Counters.TAGS, position);
            }
            return true;
        });
    }

    @Override
    public boolean remove(String key, String value) {
        Filter filter = filter(key, value);
        return database.inTransaction(connection -> new Sql(connection)
                        .change("DELETE FROM handlekit_tags WHERE " + filter.condition(), filter.parameters()))
                > 0;
    }

    @Override
    public List<CustomerTag> list(String key, String value) {
        Filter filter = filter(key, value);
        return database.run(
                connection -> read(new Sql(connection), SELECT + filter.condition() + IN_ORDER, filter.parameters()));
    }

    List<CustomerTag> all(Sql sql) throws SQLException {
        return read(sql, SELECT + "TRUE" + IN_ORDER, new Object[0]);
    }

    private List<CustomerTag> read(Sql sql, String statement, Object[] parameters) throws SQLException {
        return sql.rows(statement, row -> new CustomerTag(dialect.text(row, 1), dialect.text(row, 2)), parameters);
    }

    private Filter filter(String key, String value) {
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        List<Object> parameters = new ArrayList<>();
        if (!key.isEmpty()) {
            conditions.add("tag_key = ?");
            parameters.add(dialect.key(key));
        }
        if (!value.isEmpty()) {
            conditions.add("tag_value = ?");
            parameters.add(dialect.key(value));
        }
        return new Filter(String.join(" AND ", conditions), parameters);
    }

    @Override
    public boolean containsAll(Collection<CustomerTag> tags) {
        Set<CustomerTag> missing = new HashSet<>(tags);
        if (!missing.isEmpty()) {
            missing.removeAll(database.run(connection -> found(new Sql(connection), missing)));
        }
        return missing.isEmpty();
    }

    /** Returns those of these tags that exist. */
    private List<CustomerTag> found(Sql sql, Set<CustomerTag> tags) throws SQLException {
        List<CustomerTag> all = List.copyOf(tags);
        List<CustomerTag> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IN_A_QUESTION) {
            List<Object> values = new ArrayList<>();
            all.subList(from, Math.min(from + MOST_IN_A_QUESTION, all.size()))
                    .forEach(tag -> values.add(dialect.key(tag.value())));
            found.addAll(read(sql, SELECT + "tag_value IN " + Sql.places(values.size()), values.toArray()));
        }
        found.retainAll(tags);
        return found;
    }

    /** Which tags a call is about. */
    private record Filter(String condition, List<Object> values) {
        Object[] parameters() {
            return values.toArray();
        }

        /** Shows the condition only. */
        @Override
        public String toString() {
            return "Filter[" + condition + "]";
        }
    }
}
