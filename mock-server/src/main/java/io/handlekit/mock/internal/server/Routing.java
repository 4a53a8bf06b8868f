package io.handlekit.mock.internal.server;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.control.ControlApi;
import io.handlekit.mock.internal.control.ControlGate;
import io.handlekit.mock.internal.control.ControlRoutes;
import io.handlekit.mock.internal.control.FaultRoutes;
import io.handlekit.mock.internal.control.JournalRoutes;
import io.handlekit.mock.internal.service.AccountRoutes;
import io.handlekit.mock.internal.service.CustomerRoutes;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.service.SpecRoutes;
import io.handlekit.mock.internal.service.VerificationRoutes;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.stream.Stream;

/** All that a server answers: the service, the control API, and browsers if they may call. */
public final class Routing {
    private Routing() {}

    public static void open(JavalinConfig config, MockOptions options, State state) {
        ServiceHandler door = new ServiceHandler(state, service(state));
        ControlRoutes control = new ControlRoutes(state);
        List<Route> guarded = Stream.of(
                        control.guarded(), new JournalRoutes(state).all(), new FaultRoutes(state.faults()).all())
                .flatMap(List::stream)
                .toList();
        ControlGate gate =
                new ControlGate(options.control(), options.listening().host());
        ControlApi controlDoor = new ControlApi(gate, control.open(), guarded);
        door.open(config);
        controlDoor.open(config);
        if (options.control().cors()) {
            Cors.open(config, Stream.concat(door.paths(), controlDoor.paths()));
        }
    }

    private static List<Route> service(State state) {
        return Stream.of(
                        new CustomerRoutes(state.engine()).all(),
                        new VerificationRoutes(state.engine(), state.verifications()).all(),
                        new SpecRoutes().all(),
                        new AccountRoutes(state.tokens(), state.tags()).all())
                .flatMap(List::stream)
                .toList();
    }
}
