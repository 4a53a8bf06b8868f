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
import io.javalin.http.Context;
import java.util.function.Consumer;

/** The calls of the control API: who may make them, and how each failure is answered. */
final class ControlCalls {
    /** Refuses unknown names: ignoring one would silently not do what the caller asked for. */
    private static final Behaviour STRICT = Behaviour.defaults().with(Switch.UnknownFields.REFUSE);

    private final ControlGate gate;

    ControlCalls(ControlGate gate) {
        this.gate = gate;
    }

    /** Returns true if a caller may control the mock; answers the call otherwise. */
    boolean mayPass(Context ctx) {
        return passes(ctx, gate::check);
    }

    /** Returns true if a caller may have the inspector; answers the call otherwise. */
    boolean mayHaveInspector(Context ctx) {
        return passes(ctx, gate::checkInspector);
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

    /** Answers a call with what its route says, or with what refuses it. */
    static void serve(Context ctx, Route route) {
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
