package io.handlekit.mock.internal.control;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultProfile;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.faults.ActiveFaults;
import io.handlekit.mock.internal.faults.ArmedFaults;
import io.handlekit.mock.internal.service.QueryParameters;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The routes that show and change the armed faults. */
public final class FaultRoutes {
    private static final String FAULTS = "/faults";
    private static final Set<String> PROFILE = Set.of("profile", "seed");

    private final ActiveFaults active;
    private final ArmedFaults faults;

    public FaultRoutes(ActiveFaults active) {
        this.active = active;
        faults = active.armed();
    }

    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, FAULTS, ControlRoutes.bare(this::list)),
                new Route(HandlerType.PUT, FAULTS, this::set),
                new Route(HandlerType.POST, FAULTS, ControlRoutes.withBody(this::add)),
                new Route(HandlerType.DELETE, FAULTS, ControlRoutes.bare(this::clear)));
    }

    private Answer list(Request request) {
        return new Answer(200, Json.write(out -> FaultJson.write(out, faults.all())));
    }

    /** Arms the faults of the body, or of a profile; a profile takes no body. */
    private Answer set(Request request) {
        QueryParameters query = request.query(PROFILE);
        String profile = query.text("profile");
        if (!profile.isEmpty()) {
            request.noBody();
            faults.set(profile(profile).faults(query.seed("seed")));
        } else if (query.text("seed").isEmpty()) {
            faults.set(read(request));
        } else {
            throw new BadRequest(BadRequest.Kind.REFUSED, "?seed: allowed only with ?profile");
        }
        return list(request);
    }

    private static FaultProfile profile(String word) {
        return Arrays.stream(FaultProfile.values())
                .filter(profile -> profile.word().equals(word))
                .findAny()
                .orElseThrow(() -> new BadRequest(
                        BadRequest.Kind.REFUSED,
                        "?profile: one of "
                                + Arrays.stream(FaultProfile.values())
                                        .map(FaultProfile::word)
                                        .collect(Collectors.joining(", "))
                                + " is expected"));
    }

    private Answer add(Request request) {
        faults.add(read(request));
        return list(request);
    }

    private static List<Fault> read(Request request) {
        return FaultJson.read(Body.json(request.bytes()));
    }

    /** Disarms all faults. The calls that they hold up end, as they do after a reset. */
    private Answer clear(Request request) {
        active.clear();
        return list(request);
    }
}
