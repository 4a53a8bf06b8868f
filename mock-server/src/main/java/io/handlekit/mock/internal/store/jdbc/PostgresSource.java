package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.InvalidStore;
import io.handlekit.mock.internal.store.StoreLocation;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The settings of connections to PostgreSQL. The URL of the location overrides each of them. No statement is prepared on
 * the server, so a pooler may give each transaction another connection.
 */
final class PostgresSource {
    private static final int CONNECT_SECONDS = 3;

    /** The last resort, if neither the server nor the network tells anything. */
    private static final int SOCKET_SECONDS = 30;

    /** The time for which a host counts as the standby that it was, after a failover. */
    private static final int HOST_RECHECK_SECONDS = 1;

    private PostgresSource() {}

    static PGSimpleDataSource of(StoreLocation location) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("handlekit-mock");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        source.setHostRecheckSeconds(HOST_RECHECK_SECONDS);
        source.setPrepareThreshold(0);
        source.setReWriteBatchedInserts(true);
        try {
            source.setUrl(location.place());
        } catch (IllegalArgumentException invalid) {
            throw new InvalidStore(location + ": not a URL of PostgreSQL", invalid);
        }
        location.password().ifPresent(source::setPassword);
        return source;
    }
}
