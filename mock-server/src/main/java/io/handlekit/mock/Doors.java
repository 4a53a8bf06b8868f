package io.handlekit.mock;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.stream.Stream;

/** All that a server answers: the service, the control API, and browsers if they may call. */
final class Doors {
    private Doors() {}

    static void open(JavalinConfig config, MockOptions options, State state) {
        Door door = new Door(state, service(state));
        ControlRoutes control = new ControlRoutes(state);
        List<Route> guarded = Stream.of(
                        control.guarded(), new JournalRoutes(state).all(), new FaultRoutes(state.faults()).all())
                .flatMap(List::stream)
                .toList();
        ControlGate gate =
                new ControlGate(options.control(), options.listening().host());
        ControlDoor controlDoor = new ControlDoor(gate, control.open(), guarded);
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
