package io.handlekit.mock.internal.control;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.wire.Answer;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The control API below {@code /_handlekit}, with an index there and at {@code /}, where browsers get the inspector. Its
 * calls are not recorded, and the service's rules do not apply.
 */
public final class ControlApi {
    private static final String ROOT = "/_handlekit";

    /** Where a browser or a person looks first; {@link #ROOT} itself is a route. */
    private static final List<String> ROOTS = List.of("/", ROOT + "/");

    private final ControlGate gate;
    private final ControlCalls calls;
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
        calls = new ControlCalls(gate);
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
        open.forEach(route ->
                add(config, ROOT, route, route.equals(index) ? this::root : ctx -> ControlCalls.serve(ctx, route)));
        guarded.forEach(route -> add(config, ROOT, route, ctx -> {
            if (calls.mayPass(ctx)) {
                ControlCalls.serve(ctx, route);
            }
        }));
        streams.forEach(stream -> open(config, stream));
        if (gate.hasInspector()) {
            Inspector.paths().forEach(path -> open(config, path));
        }
    }

    private void open(JavalinConfig config, ControlStream stream) {
        config.routes.get(ROOT + stream.path(), ctx -> {
            if (calls.mayPass(ctx)) {
                stream.handler().handle(ctx);
            }
        });
        config.routes.head(ROOT + stream.path(), ctx -> {
            if (calls.mayPass(ctx)) {
                ctx.contentType(stream.contentType());
            }
        });
    }

    private void open(JavalinConfig config, String file) {
        Handler handler = ctx -> {
            if (calls.mayHaveInspector(ctx)) {
                inspector.send(ctx, file);
            }
        };
        config.routes.get(ROOT + file, handler).head(ROOT + file, handler);
    }

    /** Answers with the inspector for a browser, and with the index for everything else. */
    private void root(Context ctx) {
        if (!gate.hasInspector()) {
            ControlCalls.serve(ctx, index);
            return;
        }
        ctx.header("Vary", "Accept");
        if (!Inspector.isWanted(ctx)) {
            ControlCalls.serve(ctx, index);
        } else if (calls.mayHaveInspector(ctx)) {
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
}
