package io.handlekit.mock.internal.control;

import io.handlekit.customers.Customer;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.wire.Answer;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The route that shows for which top-level domains a customer is ready, and what is missing. */
public final class ReadinessRoutes {
    private final Engine engine;

    public ReadinessRoutes(Engine engine) {
        this.engine = engine;
    }

    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, "/customers/{handle}/readiness", ControlRoutes.bare(this::readiness)));
    }

    private Answer readiness(Request request) {
        Customer customer = engine.get(request.behaviour(), request.handle()).customer();
        return ControlRoutes.answer(out -> {
            out.writeStringProperty("handle", customer.handle().value());
            out.writeArrayPropertyStart("tlds");
            TldRequirements.known().forEach(tld -> write(out, TldRequirements.of(tld), customer));
            out.writeEndArray();
        });
    }

    private static void write(JsonGenerator out, TldRequirements tld, Customer customer) {
        Findings findings = tld.check(customer);
        out.writeStartObject();
        out.writeStringProperty("tld", tld.tld());
        out.writeBooleanProperty("ready", !findings.hasErrors());
        out.writeArrayPropertyStart("findings");
        findings.all().forEach(finding -> write(out, finding));
        out.writeEndArray();
        out.writeArrayPropertyStart("notes");
        tld.notes().forEach(out::writeString);
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Finding finding) {
        out.writeStartObject();
        out.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        out.writeStringProperty("path", finding.path());
        out.writeStringProperty("message", finding.message());
        out.writeEndObject();
    }
}
