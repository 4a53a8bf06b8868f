package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.store.StoreLocation;
import io.handlekit.mock.internal.wire.Answer;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;

/** The routes that show which mock this is and where it keeps its customers, and that give out tokens. */
public final class InstanceRoutes {
    private final StoreLocation store;
    private final Instant started;
    private final Access access;

    /**
     * Creates the routes.
     *
     * @param started when the mock was started, by its clock
     */
    public InstanceRoutes(StoreLocation store, Instant started, Access access) {
        this.store = store;
        this.started = started;
        this.access = access;
    }

    /** Returns the routes. */
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, "/instance", ControlRoutes.bare(this::instance)),
                new Route(HandlerType.POST, "/tokens", ControlRoutes.bare(this::token)));
    }

    /** Answers what tells this mock from others. The URL of a store is shown without its parameters. */
    private Answer instance(Request request) {
        return ControlRoutes.answer(out -> {
            out.writeStringProperty("address", request.serverAddress());
            out.writeNumberProperty("pid", ProcessHandle.current().pid());
            out.writeStringProperty("started", started.toString());
            out.writeObjectPropertyStart("store");
            out.writeStringProperty("engine", engine());
            out.writeStringProperty("location", store.toString());
            out.writeBooleanProperty("shared", store.isShared());
            out.writeEndObject();
        });
    }

    private String engine() {
        return switch (store.kind()) {
            case MEMORY -> "memory";
            case FILE -> "h2";
            case POSTGRESQL -> "postgresql";
        };
    }

    /** Answers a token as a login does, without counting as one. */
    private Answer token(Request request) {
        return ControlRoutes.answer(out -> out.writeStringProperty("token", access.issueToken()));
    }
}
