package io.handlekit.mock.internal.snapshot;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.wire.BadRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The lines of a snapshot, read one after another. The end of a snapshot that is cut off is an error. */
final class SnapshotLines implements Iterator<StoredItem>, AutoCloseable {
    static final String VERSION_NAME = "handlekit_snapshot";
    static final int VERSION = 1;
    static final String LINES = "lines";

    private final BufferedReader lines;
    private final JsonNode header;
    private long line;
    private @Nullable JsonNode next;

    SnapshotLines(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        header = read();
        if (header.path(VERSION_NAME).asInt(0) != VERSION) {
            close();
            throw new InvalidSnapshot(1, "this is not a snapshot, or one of a newer program");
        }
    }

    static SnapshotLines of(Snapshot.Source source) {
        try {
            return new SnapshotLines(source.open());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode header() {
        return header;
    }

    /** Returns the number of the line that was read last. */
    long line() {
        return line;
    }

    @Override
    public boolean hasNext() {
        JsonNode current = next == null ? read() : next;
        next = current;
        if (!current.has(LINES)) {
            return true;
        }
        // The first line and this one are not counted.
        if (current.path(LINES).asLong(-1) != line - 2) {
            throw new InvalidSnapshot(line, "lines are missing before this one");
        }
        return false;
    }

    @Override
    public StoredItem next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        JsonNode current = next;
        next = null;
        try {
            return SnapshotLine.read(current);
        } catch (DateTimeException | IllegalArgumentException | BadRequest invalid) {
            throw new InvalidSnapshot(line, "this is not a counter, customer, tag or verification");
        }
    }

    private JsonNode read() {
        line++;
        try {
            String text = lines.readLine();
            if (text == null) {
                throw new InvalidSnapshot(line, "the end is missing");
            }
            return Json.read(text);
        } catch (JacksonException noJson) {
            throw new InvalidSnapshot(line, "this is not JSON");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
