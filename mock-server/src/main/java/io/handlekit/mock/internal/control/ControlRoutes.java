package io.handlekit.mock.internal.control;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.ForwardClock;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.QuotedName;
import io.handlekit.mock.internal.engine.CurrentBehaviour;
import io.handlekit.mock.internal.engine.CustomerSeed;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.store.StoreUnavailable;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The routes for health, ledger, metrics, reset, customers, clock and switches. */
public final class ControlRoutes {
    private static final String CUSTOMERS = "/customers";
    private static final String CLOCK = "/clock";
    private static final String SWITCHES = "/switches";
    private static final String ACCOUNT_SET = "(set)";
    private static final Set<String> NOTHING = Set.of();

    private final Health health;
    private final MockReset reset;
    private final Engine engine;
    private final Stores stores;
    private final CurrentBehaviour behaviour;
    private final ForwardClock clock;
    private final Journal journal;
    private final Metrics metrics;

    public ControlRoutes(
            Health health,
            MockReset reset,
            Engine engine,
            Stores stores,
            CurrentBehaviour behaviour,
            ForwardClock clock,
            Journal journal,
            Metrics metrics) {
        this.health = health;
        this.reset = reset;
        this.engine = engine;
        this.stores = stores;
        this.behaviour = behaviour;
        this.clock = clock;
        this.journal = journal;
        this.metrics = metrics;
    }

    /** Returns the routes that show no personal data. */
    public List<Route> open() {
        return List.of(
                new Route(HandlerType.GET, "/health", bare(this::health)),
                new Route(
                        HandlerType.GET,
                        "/ledger",
                        bare(request -> new Answer(200, Ledger.get().json()))));
    }

    public List<Route> guarded() {
        return List.of(
                new Route(HandlerType.GET, "/metrics", bare(this::metrics)),
                new Route(HandlerType.POST, "/reset", bare(this::reset)),
                new Route(HandlerType.POST, CUSTOMERS, withBody(this::seed)),
                new Route(HandlerType.DELETE, CUSTOMERS, bare(this::clearCustomers)),
                new Route(HandlerType.GET, CLOCK, bare(this::clock)),
                new Route(HandlerType.POST, CLOCK, withBody(this::forward)),
                new Route(HandlerType.GET, SWITCHES, bare(this::switches)),
                new Route(HandlerType.PUT, SWITCHES, withBody(this::setSwitches)),
                new Route(HandlerType.PATCH, SWITCHES, withBody(this::changeSwitches)));
    }

    /** Wraps an endpoint to refuse query parameters. */
    static Route.Endpoint withBody(Route.Endpoint endpoint) {
        return request -> {
            request.query(NOTHING);
            return endpoint.answer(request);
        };
    }

    /** Wraps an endpoint to refuse query parameters and a body. */
    static Route.Endpoint bare(Route.Endpoint endpoint) {
        return withBody(request -> {
            request.noBody();
            return endpoint.answer(request);
        });
    }

    /**
     * Answers ready with HTTP 200 if calls can be served. With HTTP 503 it answers alive while the store does not answer, and
     * that the memory ran out if it did.
     */
    private Answer health(Request request) {
        boolean isReady = health.isReady() && stores.isReady();
        String status = health.isReady() && !isReady ? "alive" : health.toString();
        Answer answer = answer(out -> out.writeStringProperty("status", status));
        return isReady ? answer : new Answer(503, answer.body());
    }

    private Answer metrics(Request request) {
        byte[] text = metrics.text(engine.count(), journal).getBytes(StandardCharsets.UTF_8);
        return new Answer(200, "text/plain; version=0.0.4; charset=utf-8", text);
    }

    private Answer reset(Request request) {
        requireStore();
        reset.all();
        return afterReset();
    }

    private Answer seed(Request request) {
        CustomerSeed seed = CustomerSeed.read(request.bytes());
        List<CustomerHandle> handles = engine.seed(behaviour.get(), seed);
        return answer(out -> {
            out.writeArrayPropertyStart("handles");
            handles.forEach(handle -> out.writeString(handle.value()));
            out.writeEndArray();
            if (!seed.ignored().isEmpty()) {
                out.writeArrayPropertyStart("ignored");
                seed.ignored().forEach(out::writeString);
                out.writeEndArray();
            }
        });
    }

    private Answer clearCustomers(Request request) {
        requireStore();
        reset.customers();
        return afterReset();
    }

    private Answer clock(Request request) {
        return answer(out -> {
            out.writeStringProperty("now", clock.instant().toString());
            out.writeStringProperty("ahead", clock.ahead().toString());
        });
    }

    private Answer forward(Request request) {
        Body body = request.body().knowing(Set.of("forward"), request.ignored());
        try {
            clock.forward(Duration.parse(body.text("forward")));
        } catch (DateTimeParseException noDuration) {
            throw new BadRequest(
                    BadRequest.Kind.WRONG_TYPE, "forward: an ISO 8601 duration, such as PT48H, is expected");
        }
        return clock(request);
    }

    private Answer switches(Request request) {
        return switches(behaviour.get());
    }

    private Answer setSwitches(Request request) {
        return switches(behaviour.change(now -> changed(Behaviour.defaults(), now, request)));
    }

    private Answer changeSwitches(Request request) {
        return switches(behaviour.change(now -> changed(now, now, request)));
    }

    /** Applies a request's switches to a behaviour. The account {@code (set)} keeps the current one. */
    private static Behaviour changed(Behaviour before, Behaviour now, Request request) {
        Behaviour behaviour = before;
        for (Map.Entry<String, JsonNode> member : request.body().members().entrySet()) {
            JsonNode word = member.getValue();
            if (!word.isString() && !word.isIntegralNumber()) {
                throw new BadRequest(
                        BadRequest.Kind.WRONG_TYPE, QuotedName.shown(member.getKey()) + ": a string is expected");
            }
            boolean isShown =
                    member.getKey().equals("account") && word.asString().equals(ACCOUNT_SET);
            behaviour = isShown && now.account().isPresent()
                    ? behaviour.account(now.account().get())
                    : behaviour.with(member.getKey(), word.asString());
        }
        return behaviour;
    }

    /** Shows every switch. An account is shown only as {@code (set)}. */
    private static Answer switches(Behaviour behaviour) {
        return answer(out -> {
            Switch.all()
                    .forEach(which -> out.writeStringProperty(
                            Switch.name(which), behaviour.get(which).word()));
            out.writeStringProperty("account", behaviour.account().isPresent() ? ACCOUNT_SET : "any");
            out.writeNumberProperty("numbering-start", behaviour.numberingStart());
        });
    }

    /** Refuses a reset while the store does not answer: it would wait for the calls that wait for the store. */
    private void requireStore() {
        if (!stores.isReady()) {
            throw new StoreUnavailable("the database is not available", new IllegalStateException("not ready"));
        }
    }

    /** Answers the numbers after a reset, and whom it concerned. */
    private Answer afterReset() {
        return answer(out -> {
            counts(out, engine, journal);
            if (stores.isShared()) {
                out.writeStringProperty("affects", "every mock that shares the store");
            }
        });
    }

    /**
     * Answers the current number of customers, exchanges and dropped exchanges, after an effect. Leaves out the customers
     * while the store does not answer, because the effect has taken place.
     */
    static Answer counts(Engine engine, Journal journal) {
        return answer(out -> counts(out, engine, journal));
    }

    private static void counts(JsonGenerator out, Engine engine, Journal journal) {
        try {
            out.writeNumberProperty("customers", engine.count());
        } catch (StoreUnavailable away) {
            // The other numbers are known.
        }
        out.writeNumberProperty("exchanges", journal.count());
        out.writeNumberProperty("dropped", journal.dropped());
    }

    static Answer answer(Consumer<JsonGenerator> members) {
        return new Answer(200, Json.write(out -> {
            out.writeStartObject();
            members.accept(out);
            out.writeEndObject();
        }));
    }
}
