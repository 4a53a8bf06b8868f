package io.handlekit.mock.internal.server;

import io.handlekit.mock.internal.control.ControlApi;
import io.javalin.config.JavalinConfig;
import java.util.stream.Stream;

/** Everything that a server answers: the service, the control API, and browsers if they are allowed. */
public final class Routing {
    private Routing() {}

    /** Adds all routes to a server. */
    public static void open(
            JavalinConfig config, Intake intake, ServiceHandler service, ControlApi control, boolean cors) {
        intake.install(config);
        service.open(config);
        control.open(config);
        if (cors) {
            Cors.open(config, Stream.concat(service.paths(), control.paths()));
        }
    }
}
