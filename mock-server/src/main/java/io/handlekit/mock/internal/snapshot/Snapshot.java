package io.handlekit.mock.internal.snapshot;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.ForwardClock;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.engine.CurrentBehaviour;
import io.handlekit.mock.internal.engine.ResetLock;
import io.handlekit.mock.internal.store.HandleTaken;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.Stores;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The whole state of a mock as lines of JSON: switches and clock, counters, customers, tags and verifications, and a last
 * line that tells how many there are. Tokens and the account are left out.
 */
public final class Snapshot {
    public static final String CONTENT_TYPE = "application/x-ndjson";

    private static final String NUMBERING_START = "numbering-start";

    private final ResetLock lock;
    private final Stores stores;
    private final CurrentBehaviour behaviour;
    private final ForwardClock clock;

    public Snapshot(ResetLock lock, Stores stores, CurrentBehaviour behaviour, ForwardClock clock) {
        this.lock = lock;
        this.stores = stores;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    /** Writes the state. */
    public void write(OutputStream out) {
        line(out, this::header);
        long[] lines = {0};
        stores.save(item -> {
            lines[0]++;
            line(out, json -> SnapshotLine.write(json, item));
        });
        line(out, json -> json.writeNumberProperty(SnapshotLines.LINES, lines[0]));
    }

    /** Writes the state to a file, which holds the old state until the new one is complete. */
    public synchronized void write(Path file) throws IOException {
        Path written = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
                write(out);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void header(JsonGenerator json) {
        json.writeNumberProperty(SnapshotLines.VERSION_NAME, SnapshotLines.VERSION);
        json.writeStringProperty("saved_at", clock.instant().toString());
        json.writeStringProperty("clock_ahead", clock.ahead().toString());
        Behaviour now = behaviour.get();
        json.writeObjectPropertyStart("switches");
        Switch.all()
                .forEach(which -> json.writeStringProperty(
                        Switch.name(which), now.get(which).word()));
        json.writeStringProperty(NUMBERING_START, String.valueOf(now.numberingStart()));
        json.writeEndObject();
    }

    private static void line(OutputStream out, Consumer<JsonGenerator> members) {
        byte[] line = Json.write(json -> {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        });
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Replaces the state by a saved one, all of it or nothing.
     *
     * @param saved opens what was saved; it may be read again
     * @throws InvalidSnapshot if it is not a whole snapshot
     */
    public void load(Source saved) throws IOException {
        try (SnapshotLines lines = new SnapshotLines(saved.open())) {
            Settings settings = settings(lines);
            lock.reset(() -> {
                items(saved, items -> {
                    stores.load(items);
                    return true;
                });
                set(settings);
            });
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /**
     * Makes a saved state that of the start, if nothing was ever stored here, all of it or nothing. Call it before the
     * mock answers calls.
     *
     * @param file what was saved; it is read only if nothing was ever stored here
     * @return false if there is something from before, which stays as it is
     * @throws InvalidSnapshot if the file cannot be read, is not a whole snapshot, or has more than the store takes
     */
    public boolean begin(Path file) {
        Source saved = () -> Files.newInputStream(file);
        try {
            boolean isFirst = items(saved, stores::begin);
            if (isFirst) {
                try (SnapshotLines lines = SnapshotLines.of(saved)) {
                    set(settings(lines));
                }
            }
            return isFirst;
        } catch (UncheckedIOException unreadable) {
            throw new InvalidSnapshot("cannot be read", unreadable);
        } catch (StoreFull full) {
            throw new InvalidSnapshot("the store has no room for all customers", full);
        }
    }

    private void set(Settings settings) {
        Behaviour loaded = settings.behaviour();
        behaviour.change(now -> now.account().map(loaded::account).orElse(loaded));
        clock.reset();
        clock.forward(settings.ahead());
    }

    private static Settings settings(SnapshotLines lines) {
        JsonNode header = lines.header();
        return new Settings(behaviour(header.path("switches")), ahead(header));
    }

    private static boolean items(Source saved, Predicate<Iterable<StoredItem>> stored) {
        List<SnapshotLines> opened = new ArrayList<>();
        try {
            return stored.test(() -> {
                SnapshotLines lines = SnapshotLines.of(saved);
                opened.add(lines);
                settings(lines);
                return lines;
            });
        } catch (HandleTaken taken) {
            throw new InvalidSnapshot(opened.get(opened.size() - 1).line(), "two items are the same");
        } finally {
            opened.forEach(SnapshotLines::close);
        }
    }

    private static Behaviour behaviour(JsonNode switches) {
        Behaviour loaded = Behaviour.defaults();
        for (Map.Entry<String, JsonNode> each : switches.properties()) {
            try {
                loaded = loaded.with(each.getKey(), each.getValue().asString(""));
            } catch (IllegalArgumentException unknown) {
                throw new InvalidSnapshot(1, String.valueOf(unknown.getMessage()));
            }
        }
        return loaded;
    }

    private static Duration ahead(JsonNode header) {
        try {
            return Duration.parse(header.path("clock_ahead").asString(""));
        } catch (DateTimeException noDuration) {
            throw new InvalidSnapshot(1, "clock_ahead must be a duration");
        }
    }

    /** The part of a saved state that a mock keeps outside its store. */
    private record Settings(Behaviour behaviour, Duration ahead) {}

    /** Where a snapshot is read from. */
    public interface Source {
        InputStream open() throws IOException;
    }
}
