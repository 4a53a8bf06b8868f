package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.snapshot.Snapshot;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The routes that save and load the whole state. */
public final class SnapshotRoutes {
    private static final String SNAPSHOT = "/snapshot";
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Snapshot snapshot;
    private final Optional<Path> file;
    private final Engine engine;
    private final Journal journal;

    /**
     * Creates the routes.
     *
     * @param file the only file that a request can save to, so that no path comes from the network
     */
    public SnapshotRoutes(Snapshot snapshot, Optional<Path> file, Engine engine, Journal journal) {
        this.snapshot = snapshot;
        this.file = file;
        this.engine = engine;
        this.journal = journal;
    }

    /** Returns the routes. */
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, SNAPSHOT, ControlRoutes.bare(this::show)),
                new Route(HandlerType.POST, SNAPSHOT, ControlRoutes.withBody(this::load)),
                new Route(HandlerType.POST, SNAPSHOT + "/save", ControlRoutes.bare(this::save)));
    }

    private Answer save(Request request) {
        Path named = file.orElseThrow(() -> new BadRequest(
                BadRequest.Kind.REFUSED, "there is no file to save to; start the mock with --snapshot FILE"));
        try {
            snapshot.write(named);
        } catch (IOException unwritable) {
            throw new BadRequest(BadRequest.Kind.FULL, "the file of --snapshot cannot be written");
        }
        return ControlRoutes.counts(engine, journal);
    }

    private Answer show(Request request) {
        Bounded bytes = new Bounded();
        snapshot.write(bytes);
        return new Answer(200, Snapshot.CONTENT_TYPE, bytes.toByteArray());
    }

    private Answer load(Request request) {
        byte[] saved = request.bytes();
        try {
            snapshot.load(() -> new ByteArrayInputStream(saved));
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
        return ControlRoutes.counts(engine, journal);
    }

    /** An array of bytes that refuses to grow beyond what a load over HTTP takes. */
    private static final class Bounded extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            if (count + length > MOST_BYTES) {
                throw new BadRequest(
                        BadRequest.Kind.REFUSED, "the state is larger than 16 MiB; use the option --snapshot");
            }
            super.write(bytes, offset, length);
        }
    }
}
