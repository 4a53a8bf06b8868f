package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.store.CaseFolding;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.wire.CustomerJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers as rows of a table. */
final class CustomerRows {
    static final String INSERT = "INSERT INTO handlekit_customers (json, comments_changed_at, first_name_key,"
            + " last_name_key, company_name_key, email_key, comments_key, email, handle, handle_key, id, deleted_at) VALUES "
            + Sql.places(12);
    static final String UPDATE = "UPDATE handlekit_customers SET json = ?, comments_changed_at = ?, first_name_key = ?,"
            + " last_name_key = ?, company_name_key = ?, email_key = ?, comments_key = ?, email = ? WHERE handle = ?";

    /** The columns that {@link #read} reads. */
    static final String COLUMNS = "handle, id, json, comments_changed_at, deleted_at, email";

    private static final int OF_AN_INSERT = 12;

    private final Dialect dialect;

    CustomerRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Reads a customer from a row, whose column at this place is the first of {@link #COLUMNS}. */
    StoredCustomer read(ResultSet row, int first) throws SQLException {
        return new StoredCustomer(
                new CustomerHandle(dialect.text(row, first)),
                row.getLong(first + 1),
                dialect.text(row, first + 5),
                new CustomerJson(row.getBytes(first + 2)),
                time(row.getString(first + 3)),
                time(row.getString(first + 4)));
    }

    /** Returns the parameters of {@link #INSERT}. */
    @Nullable
    Object[] inserted(StoredCustomer customer) {
        @Nullable Object[] all = new @Nullable Object[OF_AN_INSERT];
        int next = set(all, customer);
        all[next++] = dialect.key(customer.handle().value());
        all[next++] = dialect.key(CaseFolding.fold(customer.handle().value()));
        all[next++] = customer.id();
        all[next] = text(customer.deletedAt());
        return all;
    }

    /** Returns the parameters of {@link #UPDATE}. */
    @Nullable
    Object[] updated(StoredCustomer customer) {
        @Nullable Object[] all = new @Nullable Object[9];
        int next = set(all, customer);
        all[next] = dialect.key(customer.handle().value());
        return all;
    }

    private int set(@Nullable Object[] all, StoredCustomer customer) {
        NewCustomer sections = customer.sections();
        int next = 0;
        all[next++] = customer.json().lines();
        all[next++] = text(customer.commentsChangedAt());
        all[next++] = folded(sections.name().firstName());
        all[next++] = folded(sections.name().lastName());
        all[next++] = folded(sections.companyName());
        all[next++] = folded(sections.email());
        all[next++] = folded(sections.comments());
        all[next++] = dialect.key(sections.email());
        return next;
    }

    private Object folded(String text) {
        return dialect.key(CaseFolding.fold(text));
    }

    static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
