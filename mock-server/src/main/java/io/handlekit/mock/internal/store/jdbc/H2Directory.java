package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.InvalidStore;
import io.handlekit.mock.internal.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A directory with a database of H2, for one process at a time. A file beside the database says that there was one, so
 * that a lost database is not mistaken for a new one.
 */
final class H2Directory {
    private static final String NAME = "handlekit";
    private static final String FILE = NAME + ".mv.db";
    private static final String MARK = "handlekit-store.txt";
    private static final String MARK_TEXT = "The store of a Handlekit mock. Its customers are in " + FILE + ".\n";

    /**
     * Without a write delay, nothing is written in the background: a checkpoint returns too early if the background has
     * begun to write the same changes. Each commit writes the changed pages anew, so small pages keep the file small.
     */
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64;PAGE_SIZE=4096"
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=5000;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private H2Directory() {}

    /**
     * Opens the database in a directory, or makes one.
     *
     * @throws InvalidStore if it is lost, damaged or in use, or the directory cannot be written
     */
    static Database open(StoreLocation location) {
        Path directory = Path.of(location.place());
        Path file = directory.resolve(FILE);
        boolean isNew = !Files.exists(directory.resolve(MARK));
        check(location, file, isNew);
        try {
            Files.createDirectories(directory);
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:file:" + directory.resolve(NAME) + SETTINGS);
            source.setUser("sa");
            Connection open = source.getConnection();
            Database database = new Database(Dialect.H2, source, () -> close(open));
            if (isNew) {
                Files.writeString(directory.resolve(MARK), MARK_TEXT);
            }
            return database;
        } catch (IOException unwritable) {
            throw new InvalidStore(location + ": cannot be written", unwritable);
        } catch (SQLException failure) {
            throw new InvalidStore(location + ": " + reason(failure), failure);
        }
    }

    private static void check(StoreLocation location, Path file, boolean isNew) {
        if (!isNew && !Files.exists(file)) {
            throw new InvalidStore(location + ": " + FILE + " is missing; put it back, or delete " + MARK
                    + " to start with an empty store");
        }
        try {
            if (Files.exists(file) && Files.size(file) == 0) {
                throw new InvalidStore(location + ": " + damaged());
            }
        } catch (IOException unreadable) {
            throw new InvalidStore(location + ": " + FILE + " cannot be read", unreadable);
        }
    }

    private static String reason(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> FILE + " is in use by another process";
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.GENERAL_ERROR_1 -> damaged();
            default -> FILE + " cannot be opened (code " + failure.getErrorCode() + ")";
        };
    }

    private static String damaged() {
        return FILE + " is damaged; put a copy back, or use another directory";
    }

    private static void close(Connection open) {
        try {
            open.close();
        } catch (SQLException closedAlready) {
            // Everything that was acknowledged is in the file.
        }
    }
}
