package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredPage;
import io.handlekit.mock.internal.store.Wildcard;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query over customers as one statement, whose every row has the number of all matches in its first column. It counts and
 * sorts ids, which an index has, and reads the wide rows of the page only.
 */
final class JdbcListing {
    private static final int FIRST_OF_CUSTOMER = 2;

    private final Database database;
    private final Dialect dialect;
    private final CustomerQuery query;
    private final StringBuilder condition = new StringBuilder("deleted_at IS NULL");
    private final List<Object> parameters = new ArrayList<>();

    JdbcListing(Database database, CustomerQuery query, boolean bareIsSubstring) {
        this.database = database;
        this.query = query;
        dialect = database.dialect();
        query.type().ifPresent(type -> {
            condition
                    .append(" AND company_name_key ")
                    .append(type == CustomerQuery.CustomerType.INDIVIDUAL ? "= ?" : "<> ?");
            parameters.add(dialect.key(""));
        });
        query.patterns().forEach((field, pattern) -> add(field, new Wildcard(pattern, bareIsSubstring)));
    }

    private void add(CustomerQuery.Field field, Wildcard pattern) {
        condition
                .append(" AND (")
                .append(columns(field).map(column -> matches(column, pattern)).collect(Collectors.joining(" OR ")))
                .append(')');
    }

    private static Stream<String> columns(CustomerQuery.Field field) {
        return switch (field) {
            case HANDLE -> Stream.of("handle");
            case EMAIL -> Stream.of("email");
            case FIRST_NAME -> Stream.of("first_name");
            case LAST_NAME -> Stream.of("last_name");
            case COMPANY_NAME -> Stream.of("company_name");
            case COMMENT -> Stream.of("comments");
            case ANY_NAME -> Stream.of("first_name", "last_name", "company_name", "handle");
        };
    }

    /** Asks the index for what a text begins with, and compares the rest where there is more. */
    private String matches(String column, Wildcard pattern) {
        List<String> pieces = pattern.pieces();
        Object first = dialect.key(pieces.get(0));
        boolean isPrefix = pieces.size() == 2 && pieces.get(1).isEmpty();
        List<String> conditions = new ArrayList<>();
        boolean isIndexed = !column.equals("comments") && !pieces.get(0).isEmpty();
        if (isIndexed) {
            Object start = dialect.start(first);
            conditions.add(column + "_start >= ? AND " + column + "_start < ?");
            parameters.add(start);
            parameters.add(dialect.after(start));
        }
        if (pieces.size() == 1) {
            conditions.add(column + "_key = ?");
            parameters.add(first);
        } else if (!(isPrefix && (pieces.get(0).isEmpty() || (isIndexed && dialect.isWhole(first))))) {
            conditions.add(column + "_key LIKE ?");
            parameters.add(dialect.key(like(pieces)));
        }
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    private static String like(List<String> pieces) {
        return pieces.stream()
                .map(piece -> piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .collect(Collectors.joining("%"));
    }

    StoredPage page() {
        List<String> order = order();
        String columns = Stream.concat(
                        Stream.of(CustomerRows.COLUMNS.split(", ")),
                        order.stream().map(by -> by.replace(" DESC", "")))
                .distinct()
                .collect(Collectors.joining(", "));
        String by = String.join(", ", order);
        String sql = "SELECT total, " + CustomerRows.COLUMNS + " FROM (SELECT COUNT(*) AS total FROM"
                + " handlekit_customers WHERE " + condition + ") AS matching LEFT JOIN (SELECT " + columns
                + " FROM (SELECT id AS found FROM handlekit_customers WHERE " + condition + " ORDER BY " + by
                + " LIMIT ? OFFSET ?) AS matches JOIN handlekit_customers ON id = found) AS page ON TRUE ORDER BY "
                + by;
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(parameters);
        all.add(query.limit());
        all.add(query.offset());
        return database.run(connection -> page(new Sql(connection), sql, all.toArray()));
    }

    private StoredPage page(Sql sql, String statement, Object[] all) throws SQLException {
        CustomerRows rows = new CustomerRows(dialect);
        List<Found> found = sql.rows(
                statement,
                row -> new Found(
                        row.getInt(1),
                        row.getObject(FIRST_OF_CUSTOMER) == null
                                ? Optional.empty()
                                : Optional.of(rows.read(row, FIRST_OF_CUSTOMER))),
                all);
        return new StoredPage(
                found.stream().flatMap(each -> each.customer().stream()).toList(),
                found.get(0).total());
    }

    private List<String> order() {
        String ending = query.isDescending() ? " DESC" : "";
        return Stream.concat(query.sort().stream().flatMap(JdbcListing::columns), Stream.of("id"))
                .distinct()
                .map(column -> column + ending)
                .toList();
    }

    private static Stream<String> columns(CustomerQuery.Sort sort) {
        return switch (sort) {
            case ID -> Stream.of("id");
            case HANDLE -> Stream.of("handle");
            case EMAIL -> Stream.of("email_start", "email_key");
            case FIRST_NAME -> Stream.of("first_name_start", "first_name_key");
            case LAST_NAME -> Stream.of("last_name_start", "last_name_key");
            case COMPANY_NAME -> Stream.of("company_name_start", "company_name_key");
        };
    }

    /** A row: the number of all matches, and a customer unless the page is empty. */
    private record Found(int total, Optional<StoredCustomer> customer) {
        /** Shows the number only. */
        @Override
        public String toString() {
            return "Found[" + total + "]";
        }
    }
}
