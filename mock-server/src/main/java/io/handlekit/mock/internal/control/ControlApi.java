package io.handlekit.mock.internal.control;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.engine.InvalidSeed;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.store.StoreUnavailable;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Envelope;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The control API below {@code /_handlekit}, with an index there and at {@code /}, where browsers get the inspector. Its
 * calls are not recorded, and the service's rules do not apply.
 */
public final class ControlApi {
    private static final String ROOT = "/_handlekit";

    /** Where a browser or a person looks first; {@link #ROOT} itself is a route. */
    private static final List<String> ROOTS = List.of("/", ROOT + "/");

    /** Refuses unknown names: ignoring one would silently not do what the caller asked for. */
    private static final Behaviour STRICT = Behaviour.defaults().with(Switch.UnknownFields.REFUSE);

    private final ControlGate gate;
    private final Route index = new Route(HandlerType.GET, "", ControlRoutes.bare(request -> index()));
    private final List<Route> open;
    private final List<Route> guarded;
    private final List<ControlStream> streams;
    private final Inspector inspector = new Inspector();

    /**
     * Creates the API.
     *
     * @param open routes for every caller
     * @param guarded routes for callers that pass the gate
     * @param events the journal for followers, who pass it too
     * @param archive the journal as a file, for callers that pass it too
     */
    public ControlApi(
            ControlGate gate, List<Route> open, List<Route> guarded, JournalEvents events, JournalArchive archive) {
        this.gate = gate;
        this.open = Stream.concat(Stream.of(index), open.stream()).toList();
        this.guarded = guarded;
        streams = List.of(events.stream(), archive.stream());
    }

    /** Returns true if a path belongs to the control API and not to the service. */
    public static boolean owns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    public void open(JavalinConfig config) {
        ROOTS.forEach(root -> add(config, root, index, this::root));
        open.forEach(route -> add(config, ROOT, route, route.equals(index) ? this::root : ctx -> serve(ctx, route)));
        guarded.forEach(route -> add(config, ROOT, route, ctx -> {
            if (mayPass(ctx)) {
                serve(ctx, route);
            }
        }));
        streams.forEach(stream -> open(config, stream));
        if (gate.hasInspector()) {
            Inspector.paths().forEach(path -> open(config, path));
        }
    }

    private void open(JavalinConfig config, ControlStream stream) {
        config.routes.get(ROOT + stream.path(), ctx -> {
            if (mayPass(ctx)) {
                stream.handler().handle(ctx);
            }
        });
        config.routes.head(ROOT + stream.path(), ctx -> {
            if (mayPass(ctx)) {
                ctx.contentType(stream.contentType());
            }
        });
    }

    private void open(JavalinConfig config, String file) {
        Handler handler = ctx -> {
            if (passes(ctx, gate::checkInspector)) {
                inspector.send(ctx, file);
            }
        };
        config.routes.get(ROOT + file, handler).head(ROOT + file, handler);
    }

    /** Answers with the inspector for a browser, and with the index for everything else. */
    private void root(Context ctx) {
        if (!gate.hasInspector()) {
            serve(ctx, index);
            return;
        }
        ctx.header("Vary", "Accept");
        if (!Inspector.isWanted(ctx)) {
            serve(ctx, index);
        } else if (passes(ctx, gate::checkInspector)) {
            inspector.sendPage(ctx);
        }
    }

    private void add(JavalinConfig config, String root, Route route, Handler handler) {
        config.routes.addHttpHandler(route.method(), root + route.path(), handler);
        if (route.method().equals(HandlerType.GET)) {
            config.routes.head(root + route.path(), handler);
        }
    }

    private Stream<Route> all() {
        return Stream.concat(open.stream(), guarded.stream());
    }

    /** Returns all paths of the control API, and the other places of its index. */
    public Stream<String> paths() {
        return Stream.concat(
                ROOTS.stream(),
                Stream.concat(all().map(Route::path), streams.stream().map(ControlStream::path))
                        .map(path -> ROOT + path));
    }

    /** Answers where to look: a link to each page that a GET shows, by its name. */
    private Answer index() {
        return ControlRoutes.answer(out -> {
            out.writeStringProperty("title", "Handlekit Mock");
            out.writeArrayPropertyStart("base_paths");
            Stream.of(ApiVersion.values()).forEach(version -> out.writeString(version.path()));
            out.writeEndArray();
            out.writeObjectPropertyStart("links");
            out.writeStringProperty("openapi", "/openapi.json");
            Stream.concat(pages(), streams.stream().map(ControlStream::path))
                    .forEach(path -> out.writeStringProperty(path.substring(1), ROOT + path));
            out.writeEndObject();
        });
    }

    private Stream<String> pages() {
        return all().filter(route -> route.method().equals(HandlerType.GET))
                .map(Route::path)
                .filter(path -> !path.isEmpty() && !path.contains("{"));
    }

    private boolean mayPass(Context ctx) {
        return passes(ctx, gate::check);
    }

    private static boolean passes(Context ctx, Consumer<Context> check) {
        try {
            check.accept(ctx);
            return true;
        } catch (BadRequest refused) {
            if (refused.kind() == BadRequest.Kind.NO_CONTROL_TOKEN) {
                ctx.header("WWW-Authenticate", "Bearer");
            }
            fault(refused).sendTo(ctx);
            return false;
        }
    }

    private static void serve(Context ctx, Route route) {
        answer(new Request(ctx, ApiVersion.V1, STRICT), route).sendTo(ctx);
    }

    private static Answer answer(Request request, Route route) {
        try {
            request.read();
            return route.endpoint().answer(request);
        } catch (BadRequest fault) {
            return fault(fault);
        } catch (VendorError error) {
            return request.envelope().vendorError(error);
        } catch (InvalidSeed fault) {
            return refused(fault);
        } catch (StoreUnavailable away) {
            return unavailable(away);
        } catch (IllegalArgumentException bad) {
            return fault(new BadRequest(BadRequest.Kind.REFUSED, String.valueOf(bad.getMessage())));
        }
    }

    private static Answer refused(InvalidSeed fault) {
        return new Answer(400, Json.write(out -> {
            out.writeStartObject();
            out.writeStringProperty("desc", fault.sentence());
            out.writeNumberProperty("code", fault.code());
            out.writeStringProperty("path", fault.path());
            out.writeEndObject();
        }));
    }

    private static Answer unavailable(StoreUnavailable away) {
        return new Answer(503, Json.write(out -> {
            out.writeStartObject();
            out.writeStringProperty("desc", String.valueOf(away.getMessage()));
            out.writeNumberProperty("code", VendorError.MAINTENANCE);
            out.writeEndObject();
        }));
    }

    private static Answer fault(BadRequest fault) {
        return Envelope.badRequest(fault);
    }
}
