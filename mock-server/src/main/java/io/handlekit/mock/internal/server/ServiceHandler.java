package io.handlekit.mock.internal.server;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.control.ControlApi;
import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.control.HostNames;
import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.engine.CurrentBehaviour;
import io.handlekit.mock.internal.engine.ResetLock;
import io.handlekit.mock.internal.faults.ActiveFaults;
import io.handlekit.mock.internal.faults.FaultInjector;
import io.handlekit.mock.internal.faults.TriggeredFaults;
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
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handler of all calls of the service: faults, limits and tokens before the route, an envelope and a record after it. */
public final class ServiceHandler {
    static final String IGNORED = "Handlekit-Ignored";

    private static final int MOST_CAUSES = 5;
    private static final String OPENAPI = "/openapi.json";
    private static final Logger LOG = LoggerFactory.getLogger(ServiceHandler.class);

    private final List<Route> routes;
    private final ResetLock resets;
    private final HostNames hosts;
    private final CurrentBehaviour behaviour;
    private final Access access;
    private final ActiveFaults faults;
    private final ExchangeRecorder recorder;
    private final Health health;

    public ServiceHandler(
            List<Route> routes,
            ResetLock resets,
            HostNames hosts,
            CurrentBehaviour behaviour,
            Access access,
            ActiveFaults faults,
            ExchangeRecorder recorder,
            Health health) {
        this.routes = routes;
        this.resets = resets;
        this.hosts = hosts;
        this.behaviour = behaviour;
        this.access = access;
        this.faults = faults;
        this.recorder = recorder;
        this.health = health;
    }

    void open(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.router.handlerWrapper(endpoint -> ctx -> withoutErrors(endpoint.handler, ctx));
        for (ApiVersion version : ApiVersion.values()) {
            routes.forEach(route -> open(config, version, route));
        }
        config.routes
                .get(OPENAPI, ctx -> show(ctx, Resources.bytes("openapi.json")))
                .head(OPENAPI, ctx -> show(ctx, Resources.bytes("openapi.json")))
                .exception(HttpResponseException.class, this::notServed)
                .exception(Exception.class, (failure, ctx) -> fail(ctx, defect(failure)));
    }

    private void open(JavalinConfig config, ApiVersion version, Route route) {
        String path = version.path() + route.path();
        config.routes.addHttpHandler(route.method(), path, ctx -> resets.call(() -> serve(ctx, version, route)));
        if (route.method().equals(HandlerType.GET)) {
            config.routes.head(path, ctx -> wrongMethod(ctx, allowed(methods(route.path()))));
        }
    }

    /** Wraps an error, such as a lack of memory, because Javalin handles exceptions only. */
    private static void withoutErrors(Handler handler, Context ctx) throws Exception {
        try {
            handler.handle(ctx);
        } catch (Error error) {
            throw new CompletionException(error);
        }
    }

    /** Returns all paths that are served. */
    Stream<String> paths() {
        Stream<String> served = Stream.of(ApiVersion.values())
                .flatMap(version -> routes.stream().map(route -> version.path() + route.path()));
        return Stream.concat(served, Stream.of(OPENAPI));
    }

    /** Answers with a document about the mock, which is not an exchange with the service. */
    private static void show(Context ctx, byte[] json) {
        new Answer(200, json).sendTo(ctx);
    }

    private void serve(Context ctx, ApiVersion version, Route route) {
        Request request = new Request(ctx, version, behaviour.get());
        try {
            if (!hosts.isServed(ctx.header("Host"))) {
                throw new BadRequest(
                        BadRequest.Kind.FORBIDDEN,
                        "the Host header names another machine: use localhost or an address, or allow the name with"
                                + " --allowed-hosts");
            }
            request.read();
        } catch (BadRequest broken) {
            reply(ctx, route, request, Envelope.badRequest(broken));
            return;
        }
        Optional<FaultInjector> injector =
                faults.trigger(ctx, ServicePaths.below(version, ctx.path()), request.envelope());
        if (injector.isEmpty()) {
            reply(ctx, route, request, answer(ctx, route, request));
        } else {
            inject(injector.get(), ctx, route, request);
        }
    }

    /** Injects faults. The steps of such a call are kept apart from resets by the faults themselves. */
    private void inject(FaultInjector injector, Context ctx, Route route, Request request) {
        TriggeredFaults triggered = injector.triggered();
        recorder.triggered(triggered);
        ctx.future(() -> injector.inject(
                () -> answer(ctx, route, request),
                answer -> record(ctx, route, request, answer, Optional.of(triggered))));
    }

    private void reply(Context ctx, Route route, Request request, Answer answer) {
        record(ctx, route, request, answer, Optional.empty());
        answer.sendTo(ctx);
    }

    private void record(Context ctx, Route route, Request request, Answer answer, Optional<TriggeredFaults> triggered) {
        if (!request.ignored().names().isEmpty()) {
            ctx.header(IGNORED, request.ignored().forHeader());
        }
        recorder.served(ctx, route, request, answer, triggered);
    }

    private Answer answer(Context ctx, Route route, Request request) {
        try {
            if (request.behaviour().is(Switch.Maintenance.ON)) {
                throw new VendorError(VendorError.MAINTENANCE);
            }
            if (!route.isLogin()) {
                access.admit(request.behaviour(), request, ctx.header("Authorization"));
            }
            return route.endpoint().answer(request);
        } catch (VendorError error) {
            return request.envelope().vendorError(error);
        } catch (StoreUnavailable away) {
            return request.envelope().vendorError(new VendorError(VendorError.MAINTENANCE));
        } catch (BadRequest refused) {
            return Envelope.badRequest(refused);
        }
    }

    private void notServed(HttpResponseException notServed, Context ctx) {
        if (!(notServed instanceof MethodNotAllowedResponse)) {
            fail(ctx, notServed instanceof NotFoundResponse ? unknownRoute() : defect(notServed));
        } else if (ctx.method().equals(HandlerType.POST) && !isOwnPath(ctx.path())) {
            // The curl line of the vendor's article ends with a stray -X POST on a customer; the service has no such
            // route.
            fail(ctx, unknownRoute());
        } else {
            String served = Objects.requireNonNullElse(notServed.getDetails().get("availableMethods"), "");
            wrongMethod(ctx, allowed(Stream.of(served.split(", "))));
        }
    }

    private void wrongMethod(Context ctx, String allowed) {
        ctx.header("Allow", allowed);
        fail(ctx, new BadRequest(BadRequest.Kind.WRONG_METHOD, "this path supports only " + allowed));
    }

    private Stream<String> methods(String path) {
        return routes.stream()
                .filter(route -> route.path().equals(path))
                .map(route -> route.method().name());
    }

    /** Returns the methods for the header {@code Allow}. HEAD is registered only to be refused. */
    private static String allowed(Stream<String> methods) {
        return methods.filter(method -> !method.equals("HEAD")).sorted().collect(Collectors.joining(", "));
    }

    /** Returns true for a path of the mock itself: requests there are not calls of the service. */
    private static boolean isOwnPath(String path) {
        return ControlApi.owns(path) || path.equals(OPENAPI);
    }

    private void fail(Context ctx, BadRequest refused) {
        Answer answer = Envelope.badRequest(refused);
        if (!isOwnPath(ctx.path())) {
            recorder.notServed(ctx, answer);
        }
        answer.sendTo(ctx);
    }

    private static BadRequest unknownRoute() {
        return new BadRequest(
                BadRequest.Kind.UNKNOWN_ROUTE,
                "no such route: those of the service begin with /v1 or /v1beta, and /openapi.json lists all");
    }

    /** Logs the types and frames of a failure and of its causes, and no message, because that may quote a request. */
    private BadRequest defect(Exception failure) {
        Throwable bug =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        health.failed(bug);
        LOG.error("request failed: {}", frames(bug));
        return new BadRequest(BadRequest.Kind.DEFECT, "the mock failed; see its log");
    }

    private static String frames(Throwable failure) {
        StringBuilder lines = new StringBuilder();
        Throwable one = failure;
        for (int depth = 0; one != null && depth < MOST_CAUSES; depth++) {
            lines.append(depth == 0 ? "" : "\ncaused by ").append(one.getClass().getName());
            for (StackTraceElement frame : one.getStackTrace()) {
                lines.append("\n\tat ").append(frame);
            }
            one = one.getCause();
        }
        return lines.toString();
    }
}
